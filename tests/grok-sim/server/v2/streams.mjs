/**
 * What a generation's answer says, and when: a list of steps for each kind of outcome. Nothing is written
 * here; `play` does that.
 */

import { assistantTurn, conversationLine, errorLine, humanTurn, titleLine, wrapped } from './frames.mjs';
import { imageKey, previewKey, videoKey } from './files.mjs';
import { COMPLETED } from './kinds.mjs';

/** How many frames report progress before the end. */
const STEPS = 12;

export const LIMIT = "You've reached your usage limit. Please try again later.";
const HEAVY =
  'Grok is under heavy usage right now. Please try again later, use a different model or upgrade plan for higher limits.';
/** What the assistant says of what it made. */
export const MADE = { video: 'I generated a video', picture: 'I generated images with the prompt' };

/** Width and height by the resolution's name, for an upright picture. */
const SIZES = { '480p': [464, 688], '720p': [704, 1056], '1080p': [1072, 1600] };

/**
 * @typedef {object} Step
 * @property {number} at      when, as a part of the generation's length
 * @property {object} [event]
 * @property {string} [ends]  the attempt whose end the account keeps before this is written
 */

/**
 * @typedef {object} Answer
 * @property {import('../simulation.mjs').Generation[]} generations  side by side in one stream
 * @property {'response' | 'flat'} nesting
 * @property {boolean} is_new  whether it began its conversation
 * @property {object} conversation
 * @property {object} human      the human's turn
 * @property {string} assistant  the id of the turn that answers it
 * @property {number} now        the server's time
 */

/** @param {Answer} answer @returns {{ steps: Step[], end: 'closed' | 'open' | 'broken' }} */
export function plan(answer) {
  const { kind, until } = answer.generations[0].outcome;
  if (kind === 'limit_toast') return alone({ limit: ending('Request limit reached', until) });
  if (kind === 'limit_top_level') return alone(errorLine(8, ending('Too many requests', until)));
  if (kind === 'refused_in_200') return alone(errorLine(7, 'Request rejected by anti-bot rules.'));
  const told = answer.generations.flatMap((one, index) => framesOf(one, index, answer));
  const steps = [...head(answer), ...told.sort((a, b) => a.at - b.at), ...(TAILS[kind] ?? tail)(answer)];
  return { steps, end: { stays_open: 'open', hang: 'open', cut_off: 'broken' }[kind] ?? 'closed' };
}

/** Words of a limit, with what they say of its end. */
const ending = (words, until) => (until ? `${words.replace(/\.$/, '')}. ${until}` : words);

const alone = (event) => ({ steps: [{ at: 0, event }], end: 'closed' });

/** What comes before anything is known. */
function head({ conversation, human, is_new, nesting }) {
  const turn = wrapped(nesting, { userResponse: humanTurn(human) }, human.id);
  return (is_new ? [conversationLine(conversation), turn] : [turn]).map((event) => ({ at: 0, event }));
}

/** A video's own frames. Of two in one stream the first is done a little earlier. */
function framesOf(generation, index, answer) {
  const { outcome, attempt_id: id, resolution, is_picture } = generation;
  if (is_picture) return pictureFrames(generation, answer);
  const pace = 1 - 0.15 * (answer.generations.length - 1 - index);
  const frame = (at, fields) => ({
    at: at * pace,
    event: video(answer, index, { videoId: id, ...fields }),
    ends: at === 1 ? id : undefined,
  });
  const name = outcome.kind === 'fell_back' ? '480p' : (outcome.resolution ?? resolution ?? '480p');
  const post = { videoPostId: outcome.video_post_id ?? id };
  const made = { progress: 100, moderated: false, assetId: id, ...post };
  const first = frame(0.02, { progress: 0, moderated: false, ...post, resolutionName: name });
  const running = (last) => [first, ...silence(answer, last), ...progress(frame, outcome.at_percent ?? last)];
  const final = frame(1, { ...made, ...file(id, name) });
  const refused = frame(1, moderated(answer, id, post, name));
  const screened = [
    first,
    frame(0.1, { progress: 3, moderated: true }),
    frame(0.25, { progress: 11, moderated: true }),
  ];
  const kinds = {
    moderated: () => [...running(96), refused],
    moderated_early: () => [...silence(answer), frame(0.1, { videoId: '', progress: 0, moderated: true })],
    moderated_without_frame: () => silence(answer),
    provisional_moderated: () => [
      ...screened,
      frame(0.5, { progress: 44, moderated: true }),
      frame(1, { progress: 100, moderated: true }),
    ],
    provisional_closed: () => [...screened, frame(0.5, { progress: 44, moderated: true })],
    withdrawn_at_end: () => [...running(95), frame(0.96, { ...made, ...file(id, name) }), refused],
    provisional_cleared: () => [
      ...screened,
      frame(0.5, { progress: 44, moderated: false }),
      frame(0.9, { progress: 88, moderated: false }),
      final,
    ],
    cleared_at_end: () => [...running(95), frame(0.96, moderated(answer, id, post, name)), final],
    url_later: () => [...running(95), frame(0.96, { progress: 100 }), final],
    url_in_attachments: () => [
      frame(0.4, { progress: 42, moderated: false, ...post }),
      attached(answer, id, post),
    ],
    asset_id_only: () => [frame(0.4, { progress: 42, moderated: false }), frame(1, made)],
    limit_in_200: () => [{ at: 0.02, event: wrapped(answer.nesting, limitCard(outcome), answer.assistant) }],
    limit_as_text: () => [],
    heavy_usage: () => [{ at: 0.02, event: errorLine(8, ending(HEAVY, outcome.until)) }],
    failed: () => running(12),
    server_error: () => running(12),
    stream_errors: () => running(12),
    hang: () => running(37),
    cut_off: () => running(37),
  };
  return kinds[outcome.kind]?.() ?? [...running(95), final];
}

/** Keep-alives. */
function silence({ nesting, assistant }, last = 0) {
  const places = last > 50 ? [0.01, 0.05, 0.55] : [0.01];
  return places.map((at) => ({ at, event: wrapped(nesting, { token: '' }, assistant) }));
}

function progress(frame, last) {
  return Array.from({ length: STEPS }, (_, step) => {
    const part = (step + 1) / STEPS;
    const percent = Math.max(1, Math.min(99, Math.round(last * part)));
    return frame(part * 0.95, { progress: percent, moderated: false });
  });
}

/** The last frame of a moderated video. In an open thread it says less. */
function moderated({ is_new }, id, post, resolutionName) {
  const base = { progress: 100, moderated: true };
  return is_new ? { ...base, assetId: id, ...post, resolutionName } : { ...base, ...post };
}

function file(id, resolutionName) {
  const [width, height] = SIZES[resolutionName] ?? SIZES['480p'];
  return { resolutionName, videoUrl: videoKey(id), thumbnailImageUrl: previewKey(id), width, height };
}

/** One object of the stream, about a video. With two in a stream, all but the very first say which. */
function video({ generations, nesting, assistant }, index, fields) {
  const isFirst = index === 0 && fields.progress === 0;
  const side = generations.length > 1 && !isFirst ? { sideBySideIndex: index } : {};
  return wrapped(nesting, { streamingVideoGenerationResponse: { ...fields, ...side } }, assistant);
}

/** The last frame, where the file is named by the turn beside it alone. */
function attached({ nesting, assistant }, id, post) {
  const content = {
    streamingVideoGenerationResponse: { videoId: id, ...post, progress: 100 },
    modelResponse: { responseId: assistant, sender: 'ASSISTANT', fileAttachments: [videoKey(id)] },
  };
  return { at: 1, event: wrapped(nesting, content, assistant), ends: id };
}

/** How pictures are streamed in detail is ours: peers name the object alone. */
function pictureFrames({ attempt_id: id }, { nesting, assistant }) {
  const frame = (at, fields, ends) => {
    const content = { streamingImageGenerationResponse: { imageId: id, imageIndex: 0, ...fields } };
    return { at, event: wrapped(nesting, content, assistant), ends };
  };
  return [
    frame(0.1, { progress: 0, moderated: false }),
    frame(0.6, { progress: 50, moderated: false }),
    frame(1, { progress: 100, moderated: false, assetId: id, imageUrl: imageKey(id) }, id),
  ];
}

function limitCard({ until }) {
  const card = { image_chunk: { progress: 100, systemErrCode: 'rate_limit' } };
  return { error: { message: ending(LIMIT, until) }, cardAttachment: { jsonData: JSON.stringify(card) } };
}

/** What comes after the videos' own frames, where a kind has its own. */
const TAILS = {
  asset_id_only: () => [],
  url_in_attachments: () => [],
  provisional_moderated: () => [],
  stays_open: () => [],
  limit_in_200: () => [],
  heavy_usage: () => [],
  hang: () => [],
  cut_off: () => [],
  failed: internalError,
  server_error: internalError,
  stream_errors: (answer) => {
    const { message = 'upstream stream failed' } = answer.generations[0].outcome;
    return [{ at: 1, event: modelTurn(answer, '', { streamErrors: [{ message }] }) }];
  },
  limit_as_text: (answer) => spoken(answer, ending(LIMIT, answer.generations[0].outcome.until)),
};

function internalError({ generations }) {
  const { message = 'Internal error' } = generations[0].outcome;
  return [{ at: 1, event: errorLine(13, message) }];
}

/** The assistant's words, the stop, the turn as a whole, and the conversation's title. */
function tail(answer) {
  const { generations, is_new } = answer;
  const made = generations.filter(
    ({ outcome, is_picture }) => is_picture || COMPLETED.includes(outcome.kind),
  );
  if (made.length > 0) {
    const words = MADE[made[0].is_picture ? 'picture' : 'video'];
    const steps = spoken(
      answer,
      words,
      made.map(({ attempt_id }) => attempt_id),
    );
    // A pair's stream was seen without it.
    const title = generations.length > 1 ? [] : [{ at: 1, event: titleLine(answer.conversation.title) }];
    return [...steps, ...title];
  }
  const stop = { at: 1, event: wrapped(answer.nesting, { token: '' }, answer.assistant, true) };
  return is_new ? [stop, { at: 1, event: modelTurn(answer, '') }] : [stop];
}

function spoken(answer, words, attachments = []) {
  const { nesting, assistant } = answer;
  return [
    wrapped(nesting, { token: words }, assistant),
    wrapped(nesting, { token: '' }, assistant, true),
    modelTurn(answer, words, { attachments }),
  ].map((event) => ({ at: 1, event }));
}

function modelTurn({ nesting, assistant, human, now }, message, { attachments, streamErrors } = {}) {
  const turn = assistantTurn({
    id: assistant,
    parent: human.id,
    message,
    at: now,
    model: human.model,
    attachments,
  });
  const content = streamErrors ? { ...turn, streamErrors } : turn;
  return wrapped(nesting, { modelResponse: content }, assistant);
}
