/**
 * One attempt as Grok's store writes it, in either of its two shapes.
 */

/**
 * @param {'a' | 'b'} shape
 * @param {{ id: string, mediaId: string, prompt: string, kind: 'completed' | 'moderated' | 'failed',
 *           url?: string, hd?: string, hd1080?: string, thumbnail?: string, at: number, length?: number,
 *           resolution?: string }} attempt
 */
export function entryOf(shape, attempt) {
  const { id, mediaId, prompt, kind, url = '', thumbnail = '', at } = attempt;
  const moderated = kind === 'moderated';
  const createTime = new Date(at).toISOString();
  const better = {
    ...(attempt.hd && { hdMediaUrl: attempt.hd }),
    ...(attempt.hd1080 && { hd1080MediaUrl: attempt.hd1080 }),
  };
  if (shape === 'b') {
    const status = kind === 'failed' ? 'failed' : 'completed';
    return { id, status, prompt, moderated, thumbnailUrl: thumbnail, videoUrl: url, ...better, createTime };
  }
  return {
    videoId: id,
    videoPostId: id,
    parentPostId: mediaId,
    progress: 100,
    moderated,
    mode: prompt ? 'custom' : 'normal',
    videoPrompt: prompt,
    mediaUrl: url,
    videoUrl: url,
    ...better,
    thumbnailImageUrl: thumbnail,
    createTime,
    videoDuration: attempt.length ?? 6,
    width: 464,
    height: 688,
    resolutionName: attempt.resolution ?? '480p',
    ...(kind === 'failed' ? { status: 'failed' } : {}),
  };
}
