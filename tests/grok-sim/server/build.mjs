/**
 * Bundles the page. It takes a fraction of a second, so every start does it: what is served is never
 * older than its sources. The files are kept in memory: in a folder, a simulator that starts would cut
 * short what another one is serving.
 */

import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

import * as esbuild from 'esbuild';

/** The simulator's own folder. */
export const folder = fileURLToPath(new URL('..', import.meta.url));

/** The files by their names. @type {Map<string, Uint8Array>} */
const files = new Map();

/** A bundled file; undefined: there is none of this name. */
export const bundled = (name) => files.get(name);

/** Makes a script and a style sheet for each version of the page. */
export async function build() {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: folder,
    entryPoints: { page: 'src/main.jsx', 'page-v2': 'src/v2/main.jsx' },
    outdir: 'dist',
    write: false,
    bundle: true,
    minify: true,
    jsx: 'automatic',
    target: 'safari16',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  for (const { path, contents } of outputFiles) files.set(basename(path), contents);
  await esbuild.stop();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
