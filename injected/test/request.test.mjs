import assert from "node:assert/strict";
import { test } from "node:test";
import { join, selectors } from "../join.mjs";
import { VIDEO_REQUEST } from "./page.mjs";

const given = {
  "natives.js": "const natives = { parseJson: JSON.parse, URL, cloneRequest: (request) => request.clone(), requestText: (request) => request.text() };",
  "report.js": "const reporting = { attempt: (_piece, make) => make() };",
};
const { meet, kindOf } = globalThis.eval(
  `${Object.values(given).join("")} const window = { location: { href: "https://grok.com/imagine" } };
   ${join({ files: ["request.js"], result: "videoRequests" })}`,
);

const NEW = "/rest/app-chat/conversations/new";
const kindOfBody = (body) => kindOf(meet([NEW, { method: "POST", body }]));
const asText = (request) => JSON.stringify(request);

const v1 = (config) => ({
  temporary: true,
  modelName: "grok-3",
  message: "https://imagine-public.x.ai/imagine-public/images/1.jpg  slow pan --mode=custom",
  responseMetadata: { modelConfigOverride: { modelMap: { videoGenModelConfig: config } } },
});

for (const [what, body, expected] of [
  ["a video of an image", VIDEO_REQUEST, "image_to_video"],
  ["a video of text", asText({ mediaGenInput: { textToVideo: { prompt: "a lake" } } }), "text_to_video"],
  ["a loop", asText({ mediaGenInput: { referenceToVideo: { firstFrameAsset: "1" } } }), "other"],
  ["an extension", asText({ mediaGenInput: { videoExtension: { inputAssets: ["2"] } } }), "extension"],
  ["an edit", asText({ mediaGenInput: { videoEdit: { inputAssets: ["2"] } } }), "edit"],
  ["a kind that came later", asText({ mediaGenInput: { audioToVideo: {} } }), "other"],
  ["a video of an image, before 2026", asText(v1({ parentPostId: "1", videoLength: 6 })), "image_to_video"],
  ["a video of text, before 2026", asText(v1({ videoLength: 6 })), "text_to_video"],
  ["an extension, before 2026", asText(v1({ parentPostId: "1", isVideoExtension: true })), "extension"],
  ["an edit, before 2026", asText(v1({ parentPostId: "1", isVideoEdit: true })), "edit"],
  ["the tool alone", asText({ message: "a lake", toolOverrides: { videoGen: true } }), "other"],
  ["the model alone", asText({ message: "a lake", modelName: "imagine-video-gen" }), "other"],
  ["a chat", asText({ modelName: "grok-4", message: "what is a videoGenModelConfig?", toolOverrides: {} }), null],
  ["a chat with the tool turned off", asText({ message: "hello", toolOverrides: { videoGen: false } }), null],
  ["an image", asText({ modelName: "imagine-image-gen", mediaGenInput: { textToImage: { prompt: "a lake" } } }), null],
  ["an edit of an image", asText({ mediaGenInput: { imageToImage: { inputAssets: ["1"] }, imageToVideo: null } }), null],
  ["a name of the prototype", asText({ mediaGenInput: { constructor: {} } }), null],
  ["JSON that is no object", "7", null],
  ["no JSON", "message=hello", "unreadable"],
  ["nothing", undefined, "unreadable"],
  ["a form", new URLSearchParams("a=b"), "unreadable"],
  ["bytes", new Uint8Array(2), "unreadable"],
  ["a text without end", asText({ message: "x".repeat(300_000), toolOverrides: { videoGen: true } }), "unreadable"],
]) {
  test(`h4_what_a_request_is_for_is_told_by_its_body: ${what}`, () => assert.equal(kindOfBody(body), expected));
}

test("h4_a_request_object_is_read_from_a_copy", async () => {
  const request = new Request(`https://grok.com${NEW}`, { method: "POST", body: VIDEO_REQUEST });
  assert.equal(await kindOf(meet([request])), "image_to_video");
  assert.equal(await request.text(), VIDEO_REQUEST);
});

for (const [what, args] of [
  ["another address", ["/rest/media/post/list", { method: "POST" }]],
  ["another method", [NEW, {}]],
  ["the address in a query", [`/x?to=${NEW}`, { method: "POST" }]],
  ["a part of the address", [`${NEW}er`, { method: "POST" }]],
  ["a turn's own page", ["/rest/app-chat/conversations/a/b/responses", { method: "POST" }]],
  ["nothing", []],
]) {
  test(`a request that goes elsewhere is not looked at: ${what}`, () => assert.equal(meet(args), undefined));
}

test("every kind that the data names is one that the wire knows", () => {
  const known = ["image_to_video", "text_to_video", "extension", "edit", "other"];
  assert.deepEqual(Object.values(selectors.video_request.inputs).filter((kind) => !known.includes(kind)), []);
});
