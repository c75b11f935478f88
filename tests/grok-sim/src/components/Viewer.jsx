/** The picture or the video of a post, with the progress display over it. */

import { usePage } from '../state.js';

export function Viewer({ image, video }) {
  const percent = usePage(({ running }) => running[image.id]);
  const display = usePage(({ options }) => options.progress);
  const picture = `/imagine-public/images/${image.id}.jpg`;
  return (
    <div className="group relative viewer">
      {video?.moderated ? (
        <>
          <img className="blur saturate-0" src={picture} alt="Moderated" />
          <EyeOff />
        </>
      ) : video?.videoUrl || video?.mediaUrl ? (
        <video
          id="sd-video"
          src={playable(video.videoUrl || video.mediaUrl)}
          poster={picture}
          autoPlay
          loop
          muted
          playsInline
        />
      ) : (
        <img src={picture} alt={`Generated: ${image.prompt}`} />
      )}
      {percent !== undefined && display !== 'none' && (
        <div className="generating">
          <span className="animate-pulse">
            Generating <span className="tabular-nums">{percent}%</span>
          </span>
        </div>
      )}
    </div>
  );
}

/** Grok's player asks under another address than a download does. */
function playable(url) {
  return `${url}${url.includes('?') ? '&' : '?'}cache=1`;
}

function EyeOff() {
  return (
    <svg
      className="lucide-eye-off size-24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M10.700 5.100a11 11 0 0 1 11.200 6.600 1 1 0 0 1 0 .600 11 11 0 0 1-1.400 2.500" />
      <path d="M17.500 17.500a11 11 0 0 1-15.400-5.200 1 1 0 0 1 0-.600 11 11 0 0 1 4.400-5.100M2 2l20 20" />
    </svg>
  );
}
