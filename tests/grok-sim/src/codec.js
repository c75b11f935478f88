/** Tells the server which files this browser's player can show: by a cookie, so that addresses stay as they are. */

const VP9 = 'video/webm; codecs="vp9"';

export function sayCodec() {
  const codec = document.createElement('video').canPlayType(VP9) ? 'vp9' : 'h264';
  document.cookie = `codec=${codec}; path=/; SameSite=Strict`;
}
