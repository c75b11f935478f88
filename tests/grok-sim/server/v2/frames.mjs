/** The objects that a stream is made of, each as Grok writes it. In which order they come is for `streams`. */

import { micros } from './times.mjs';

/** What every turn has, empty where a video needs nothing of it. */
const turn = (at, fileAttachments) => ({
  createTime: micros(at),
  manual: false,
  partial: false,
  shared: false,
  query: '',
  queryType: '',
  webSearchResults: [],
  xpostIds: [],
  xposts: [],
  generatedImageUrls: [],
  imageAttachments: [],
  fileAttachments,
  cardAttachmentsJson: [],
  fileUris: [],
  fileAttachmentsMetadata: [],
  isControl: false,
  steps: [],
  imageEditUris: [],
  mediaTypes: [],
  webpageUrls: [],
  metadata: {},
  toolResponses: [],
});

export function humanTurn({ id, message, at, model, input, attachments = [] }) {
  return {
    responseId: id,
    message,
    sender: 'human',
    ...turn(at, attachments),
    model,
    mediaGenInput: input,
  };
}

export function assistantTurn({ id, parent, message, at, model, attachments = [] }) {
  return {
    responseId: id,
    message,
    sender: 'ASSISTANT',
    ...turn(at, attachments),
    parentResponseId: parent,
    model,
  };
}

export function conversationFields({ id, title, at, modified }) {
  return {
    conversationId: id,
    title,
    starred: false,
    createTime: micros(at),
    modifyTime: micros(modified),
    systemPromptName: '',
    temporary: false,
    mediaTypes: [],
    workspaces: [],
    taskResult: {},
  };
}

export function conversationLine(conversation) {
  return {
    result: {
      conversation: {
        ...conversationFields({ ...conversation, title: '' }),
        kind: 'CONVERSATION_KIND_IMAGINE',
      },
    },
  };
}

export const titleLine = (title) => ({ result: { title: { newTitle: title } } });

/** An error at the top of an answer. */
export const errorLine = (code, message) => ({ error: { code, message, details: [] } });

/**
 * Puts what an answer says at its place: in `result.response`, or `flat` in `result`. The fields beside it
 * stand in every object.
 */
export function wrapped(nesting, content, responseId, isSoftStop = false) {
  const inner = { ...content, isThinking: false, isSoftStop, responseId };
  return { result: nesting === 'flat' ? inner : { response: inner } };
}
