/**
 * Bundles the page into `dist/`. It takes a fraction of a second, so every start does it: what is
 * served is never older than its sources.
 */

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import * as esbuild from 'esbuild';

/** The simulator's own folder. */
export const folder = fileURLToPath(new URL('..', import.meta.url));

/** Writes a script and a style sheet for each version of the page. */
export async function build() {
  await mkdir(`${folder}dist`, { recursive: true });
  await esbuild.build({
    absWorkingDir: folder,
    entryPoints: { page: 'src/main.jsx', 'page-v2': 'src/v2/main.jsx' },
    outdir: 'dist',
    bundle: true,
    minify: true,
    jsx: 'automatic',
    target: 'safari16',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
