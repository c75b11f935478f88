/**
 * The newer page's account: begins generations and keeps how they ended. What it holds is the library's;
 * what an answer says is for `streams`. No HTTP.
 */

import { attemptId, findImage } from '../gallery.mjs';
import { Counters } from './counters.mjs';
import { assistantTurn, humanTurn } from './frames.mjs';
import { conversationId } from './ids.mjs';
import { isBegun, isCharged, isMade, MODERATED } from './kinds.mjs';
import { Library } from './library.mjs';
import { quotaInfo } from './quotas.mjs';
import { imageRecord, recordedInput, videoRecord } from './records.mjs';
import { LIMIT, MADE } from './streams.mjs';

export class Account extends Library {
  /** @param {import('../simulation.mjs').Simulation} simulation */
  constructor(simulation) {
    super(simulation);
    this.counters = new Counters();
    /** How many requests there were. */
    this.requests = 0;
    this.timers = new Set();
  }

  /** Ends what runs. */
  close() {
    for (const timer of this.timers) clearTimeout(timer);
  }

  /**
   * Begins what a request asks for: as many videos as run side by side in its answer.
   *
   * @param {import('./requests.mjs').Request} request
   * @param {{ thread?: string, press?: number, outcome?: object, elsewhere?: boolean }} how
   *   `thread`: the conversation that is continued
   */
  begin(request, { thread: threadId, press = null, outcome, elsewhere = false }) {
    const unknown = request.inputs.find((id) => !this.assets.has(id));
    if (unknown) throw new Error(`there is no file ${unknown}`);
    if (threadId && !this.threads.has(threadId)) throw new Error(`there is no conversation ${threadId}`);
    const root = this.originalOf(request.inputs[0]);
    const count = request.is_picture ? 1 : this.simulation.options.side_by_side;
    this.requests += 1;
    const outcomes = Array.from(
      { length: outcome ? 1 : count },
      () => outcome ?? this.nextOutcome(request, root),
    );
    const begun = isBegun(outcomes[0]);
    const thread = begun ? (this.threads.get(threadId) ?? this.newThread(request)) : undefined;
    const generations = outcomes.map((one) => {
      const generation = {
        media_id: root ?? null,
        attempt_id: request.is_picture
          ? this.nextPicture()
          : attemptId(this.simulation.generations.length + 1),
        prompt: request.prompt,
        wanted: { length_s: request.length_s, resolution: request.resolution },
        started_at: Date.now(),
        outcome: one,
        ...request,
        address: threadId ? 'continued' : 'new',
        conversation_id: thread?.id ?? null,
        press,
        request: this.requests,
        elsewhere,
      };
      this.simulation.generations.push(generation);
      // Its file is there before the account knows of it: an answer may name it a moment too early.
      if (begun) this.pictures.set(generation.attempt_id, this.pictureFor(generation));
      return generation;
    });
    const answer = this.answer(request, thread, generations, !threadId);
    if (begun) this.later(() => this.finish(answer), this.simulation.options.speed_ms);
    return answer;
  }

  /** What an answer needs to know; the human's turn stands in the conversation from now on. */
  answer(request, thread, generations, isNew) {
    const now = this.now();
    const model = modelOf(request);
    const message = request.prompt ? `${request.prompt} --mode=${request.mode ?? 'custom'}` : '--mode=normal';
    const human = { id: this.nextTurn(), message, at: now, model, input: request.media_gen_input };
    const answer = {
      generations,
      nesting: this.nestingOf(isNew),
      is_new: isNew,
      conversation: thread ?? { id: conversationId(0), title: '', at: now, modified: now },
      human,
      assistant: this.nextTurn(),
      now,
      done: new Set(),
    };
    const input = { ...request.media_gen_input, [request.form]: modelled(request, model) };
    thread?.turns.push(humanTurn({ ...human, input, attachments: request.inputs }));
    return answer;
  }

  /** The account keeps how one of an answer's generations ended, or all; a second time is nothing new. */
  finish(answer, attempt) {
    for (const generation of answer.generations) {
      const { attempt_id: id, outcome } = generation;
      const thread = this.threads.get(generation.conversation_id);
      if (!thread || answer.done.has(id) || (attempt && attempt !== id)) continue;
      answer.done.add(id);
      const isKept = generation.is_picture || isMade(outcome);
      if (isKept || outcome.with_record) this.assets.set(id, this.recordOf(generation, answer, !isKept));
      this.say(answer, thread, generation, isKept);
      thread.modified = this.now();
    }
  }

  /** The assistant's turn: with the file, without one where it was moderated, and none where it failed. */
  say(answer, thread, generation, isKept) {
    const isModerated = MODERATED.includes(generation.outcome.kind);
    const isSpoken = generation.outcome.kind === 'limit_as_text';
    if (!isKept && !isModerated && !isSpoken) return;
    const files = isKept ? [generation.attempt_id] : [];
    const earlier = thread.turns.find((turn) => turn.responseId === answer.assistant);
    if (earlier) {
      earlier.fileAttachments.push(...files);
      return;
    }
    const model = modelOf(generation);
    const message = isSpoken ? LIMIT : isKept ? MADE[generation.is_picture ? 'picture' : 'video'] : '';
    const turn = assistantTurn({
      id: answer.assistant,
      parent: answer.human.id,
      message,
      at: this.now(),
      model,
      attachments: files,
    });
    thread.turns.push({ ...turn, mediaGenInput: { [generation.form]: modelled(generation, model) } });
  }

  recordOf(generation, answer, isModerated) {
    const image = findImage(generation.media_id);
    const record = {
      id: generation.attempt_id,
      at: this.now(),
      made_in: generation.conversation_id,
      turn: answer.assistant,
      input: recordedInput(generation, modelOf(generation)),
      is_moderated: isModerated,
      inputs: generation.inputs.map((id) => this.assets.get(id)),
    };
    if (generation.is_picture) {
      return imageRecord({ ...record, width: image?.width ?? 784, height: image?.height ?? 1168 });
    }
    return videoRecord({ ...record, ...videoSize(image) });
  }

  /** A video that was made by another page or device. */
  elsewhere({ media_id, prompt = 'made on another device', kind = 'completed', conversation_id }) {
    if (!this.assets.has(media_id)) throw new Error(`there is no image ${media_id}`);
    const request = {
      form: 'imageToVideo',
      is_picture: false,
      prompt,
      inputs: [media_id],
      mode: 'custom',
      length_s: 6,
      resolution: '480p',
      aspect_ratio: '2:3',
      skips_audio: false,
      media_gen_input: {
        imageToVideo: {
          prompt,
          inputAssets: [media_id],
          aspectRatio: '2:3',
          duration: 6,
          resolutionName: '480p',
          mode: 'custom',
        },
      },
    };
    const thread = conversation_id ?? this.latestThreadOf(media_id);
    const answer = this.begin(request, { thread, outcome: { kind }, elsewhere: true });
    this.finish(answer);
    return answer;
  }

  quotaInfo() {
    const used = this.simulation.generations.filter((one) => !one.is_picture && isCharged(one.outcome));
    return quotaInfo(this.simulation.options.quota_info, used.length, this.now());
  }

  /** How many requests each press of this page's submit sent. */
  presses() {
    const numbers = new Map();
    for (const { press, request } of this.simulation.generations) {
      if (press !== null) numbers.set(press, (numbers.get(press) ?? new Set()).add(request));
    }
    return [...numbers].map(([press, requests]) => ({ press, requests: requests.size }));
  }

  /** The conversation in which something was last made of this picture, or that of the picture itself. */
  latestThreadOf(mediaId) {
    const made = this.simulation.generations.findLast(
      (one) => one.media_id === mediaId && one.conversation_id,
    );
    return made?.conversation_id ?? this.assets.get(mediaId)?.sourceConversationId;
  }

  /** Pictures take none of the outcomes that a test scripted for its videos. */
  nextOutcome(request, root) {
    return request.is_picture ? { kind: 'completed' } : this.simulation.nextOutcome(root ?? null);
  }

  nestingOf(isNew) {
    const { nesting } = this.simulation.options;
    return nesting === 'auto' ? (isNew ? 'response' : 'flat') : nesting;
  }

  later(what, ms) {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      what();
    }, ms);
    timer.unref();
    this.timers.add(timer);
  }
}

function modelOf({ form, is_picture }) {
  if (!is_picture) return 'imagine-video-gen';
  return form === 'imageToImage' ? 'imagine-image-edit' : 'imagine-image-gen';
}

function modelled({ form, media_gen_input: input }, modelName) {
  return { ...input[form], modelName };
}

/** A video is smaller than its picture, and of the same form. */
function videoSize(image) {
  if (!image || image.height > image.width) return { width: 448, height: 672 };
  return image.width > image.height ? { width: 672, height: 448 } : { width: 560, height: 560 };
}
