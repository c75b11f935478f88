/**
 * Draws the pictures and the short videos of the simulator's gallery.
 *
 * An authoring tool: its results are committed, and neither the server nor the tests run it.
 * It needs `rsvg-convert`, `convert` (ImageMagick) and `ffmpeg` with libx264 and libvpx-vp9. Usage: `node assets/make-assets.mjs`.
 */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gallery } from '../server/gallery.mjs';
import { scenes } from './scenes.mjs';

const here = import.meta.dirname;
const scratch = mkdtempSync(join(tmpdir(), 'grok-sim-assets-'));

/** Length of a video in seconds, and its frame rate: small files matter more than smoothness. */
const VIDEO_SECONDS = 4;
const FRAMES_PER_SECOND = 20;

/** Runs a tool quietly and fails with its own words. */
function run(tool, args) {
  execFileSync(tool, args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * Makes `<name>.png` and `<name>.large.jpg` (the image), `<name>.jpg` (the preview), `<name>.mp4` (a slow
 * pan over it in H.264) and `<name>.webm` (the same in VP9, for players that lack H.264).
 */
function makeAssets(image) {
  const { name, width, height } = image;
  const drawing = join(scratch, `${name}.svg`);
  const large = join(scratch, `${name}.png`);
  const pictureWidth = Math.round(width * 0.6);
  writeFileSync(drawing, scenes[name](width, height));
  run('rsvg-convert', ['-w', `${pictureWidth}`, '-o', join(here, `${name}.png`), drawing]);
  run('convert', [join(here, `${name}.png`), '-resize', '50%', '-quality', '80', '-strip', join(here, `${name}.jpg`)]);
  run('rsvg-convert', ['-w', `${width * 2}`, '-o', large, drawing]);
  run('convert', [large, '-resize', '50%', '-quality', '85', '-strip', join(here, `${name}.large.jpg`)]);

  const frames = VIDEO_SECONDS * FRAMES_PER_SECOND;
  const size = `${even(pictureWidth)}x${even((pictureWidth * height) / width)}`;
  const turn = `(1-cos(2*PI*on/${frames}))/2`;
  const pan = `zoompan=z='1.04+0.1*${turn}':x='(iw-iw/zoom)*(0.5+0.4*sin(2*PI*on/${frames}))':y='(ih-ih/zoom)/2':d=${frames}:s=${size}:fps=${FRAMES_PER_SECOND}`;
  const encode = (file, ...codec) =>
    run('ffmpeg', ['-y', '-loglevel', 'error', '-i', large, '-vf', `${pan},format=yuv420p`, '-frames:v', `${frames}`,
      ...codec, '-an', join(here, file)]);
  encode(`${name}.mp4`, '-c:v', 'libx264', '-preset', 'veryslow', '-crf', '33', '-movflags', '+faststart');
  encode(`${name}.webm`, '-c:v', 'libvpx-vp9', '-crf', '38', '-b:v', '0', '-cpu-used', '1', '-g', `${frames}`,
    '-flags', '+bitexact', '-fflags', '+bitexact');
}

/** The nearest even number below: H.264 wants even sizes. */
function even(number) {
  return Math.floor(number / 2) * 2;
}

try {
  for (const image of gallery) makeAssets(image);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
