/**
 * A download of a video, answered as a test has scripted it. What the player of the page asks for
 * is not a download, and is always answered as it is.
 */

const SIGN_IN = '<!doctype html><html><title>Sign in</title><p>Sign in to see this.</p></html>';

/** Whether this is a download of a video: the player says `cache=1`. */
export function isDownload(url) {
  return url.pathname.endsWith('.mp4') && url.searchParams.get('cache') !== '1';
}

/**
 * @param {import('./simulation.mjs').VideoAnswer} answer
 * @param {Buffer} video
 */
export function download(answer, video, response) {
  if (answer === 'forbidden' || answer === 'sign_in') {
    response.writeHead(answer === 'forbidden' ? 403 : 200, { 'content-type': 'text/html' });
    return response.end(SIGN_IN);
  }
  response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': video.length });
  if (answer === 'whole') return response.end(video);
  const half = video.subarray(0, video.length / 2);
  response.write(half, () => {
    if (answer === 'breaks_off') response.socket?.destroy();
  });
}
