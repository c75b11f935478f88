/** Reads what the page asks for. */

/** The forms that a request's `mediaGenInput` may have: exactly one of them stands in it. */
export const FORMS = [
  'imageToVideo',
  'textToVideo',
  'referenceToVideo',
  'videoExtension',
  'videoToVideo',
  'imageToImage',
  'textToImage',
];

const PICTURES = ['imageToImage', 'textToImage'];

/**
 * @typedef {object} Request
 * @property {string} form           one of `FORMS`
 * @property {boolean} is_picture    whether it asks for pictures, and for no video
 * @property {string} prompt         empty in the mode `normal`
 * @property {string[]} inputs       ids of the files that it is made from
 * @property {string} [mode]
 * @property {number} [length_s]
 * @property {string} [resolution]
 * @property {string} [aspect_ratio]
 * @property {boolean} skips_audio
 * @property {object} media_gen_input  as it was sent
 */

/** @returns {Request} */
export function readRequest(body) {
  const input = body.mediaGenInput ?? {};
  const forms = Object.keys(input).filter((name) => FORMS.includes(name));
  if (forms.length !== 1) throw new Error('"mediaGenInput" names no form, or several');
  const [form] = forms;
  const wanted = input[form];
  return {
    form,
    is_picture: PICTURES.includes(form),
    prompt: wanted.prompt ?? '',
    inputs: inputsOf(wanted),
    mode: wanted.mode,
    length_s: wanted.duration,
    resolution: wanted.resolutionName,
    aspect_ratio: wanted.aspectRatio,
    skips_audio: wanted.skipAudio ?? false,
    media_gen_input: input,
  };
}

/** A loop names its picture twice. */
function inputsOf({ inputAssets = [], firstFrameAsset, lastFrameAsset }) {
  const ids = [...inputAssets, firstFrameAsset, lastFrameAsset];
  return [...new Set(ids.filter(Boolean))];
}

/** Grok refuses a request whose message says another mode than its body. */
export function modesDiffer(body, { mode }) {
  const said = /--mode=(\S+)$/.exec(body.message ?? '')?.[1];
  return mode !== undefined && said !== undefined && said !== mode;
}
