/**
 * What the account holds of a file and of a conversation, as Grok answers it when the page asks: asset
 * records, turns, lists.
 */

import { conversationFields } from './frames.mjs';
import { hd1080Key, hdKey, imageKey, originalImageKey, previewKey, uploadKey, videoKey } from './files.mjs';
import { USER } from './ids.mjs';
import { millis } from './times.mjs';

/** The host in a record's references: text that nobody fetches. */
const HOST = 'https://assets.grok.com';

/** What every record has. `made_in` is the conversation, `turn` the turn that made it. */
function asset({ id, at, made_in, turn, width, height, input, is_moderated = false }, file, auxKeys) {
  return {
    assetId: id,
    mimeType: file.type,
    name: file.name,
    sizeBytes: file.size,
    createTime: millis(at),
    lastUseTime: millis(at + 12),
    summary: '',
    previewImageKey: '',
    key: file.key,
    auxKeys: {
      image_edit_is_root_user_uploaded: 'false',
      is_root_celebrity: 'false',
      moderated: String(is_moderated),
      thumbhash: 'AAAAAAAA',
      ...auxKeys,
    },
    responseId: turn,
    isDeleted: false,
    fileSource: 'IMAGINE_GENERATED_FILE_SOURCE',
    sourceConversationId: made_in,
    isModelGenerated: true,
    updateTime: millis(at + 12),
    isLatest: true,
    inlineStatus: 'DEFAULT_ARTIFACT_INLINE_STATUS',
    isRootAssetCreatedByModel: true,
    rootAssetSourceConversationId: made_in,
    sharedWithTeam: false,
    sharedWithUserIds: [],
    isPublic: false,
    width,
    height,
    rRated: false,
    thumbhash: 'AAAAAAAA',
    mediaGenInput: input,
    ownerUserId: USER,
  };
}

export function imageRecord(image) {
  const file = { type: 'image/jpeg', name: 'image.jpg', size: 176701, key: imageKey(image.id) };
  return asset(image, file, { 'original-image': originalImageKey(image.id) });
}

/** A picture that the user brought along: no input, and another key. */
export function uploadRecord({ type, ...upload }) {
  const file = { type, name: 'content', size: upload.size, key: uploadKey(upload.id) };
  return { ...asset(upload, file, {}), fileSource: 'SELF_UPLOAD_FILE_SOURCE', isModelGenerated: false };
}

/** A video; `inputs` are the records that it was made from. A moderated one has no file. */
export function videoRecord({ inputs, ...video }) {
  const key = video.is_moderated ? '' : videoKey(video.id);
  const file = { type: 'video/mp4', name: 'generated_video.mp4', size: 1114163, key };
  const references = inputs.map((input) => `${HOST}/${input.key}`);
  return asset(video, file, {
    ...(inputs.length > 0 && {
      image_references: JSON.stringify(references),
      input_assets: JSON.stringify(inputs.map(({ assetId }) => assetId)),
    }),
    is_ext: String('videoExtension' in video.input),
    'preview-image': previewKey(video.id),
  });
}

/** The record of a video that was made larger. */
export function enlarged(record) {
  return { ...record, hdKey: hdKey(record.assetId), hd1080Key: hd1080Key(record.assetId) };
}

/** A file's input as its record has it: with the model, and with what was left out of the request. */
export function recordedInput({ form, media_gen_input: input }, model) {
  const isVideo = model === 'imagine-video-gen';
  return {
    [form]: {
      ...input[form],
      modelName: model,
      ...(isVideo && { skipAudio: false, ...skipped(input[form]) }),
    },
  };
}

const skipped = ({ skipAudio }) => (skipAudio === undefined ? {} : { skipAudio });

/** A turn as a conversation's answer has it: with the records of its files. */
export function listedTurn(turn, assets) {
  const records = turn.fileAttachments.map((id) => assets.get(id)).filter(Boolean);
  return { ...turn, fileAttachmentAssetMetadata: records };
}

export function listedConversation(conversation, latest) {
  return {
    ...conversationFields(conversation),
    latestAssetMetadata: latest && { ...latest, currentConversationId: conversation.id },
    kind: 'CONVERSATION_KIND_IMAGINE',
  };
}
