/** A server as a harness starts it, and what tests ask of it. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../server/main.mjs', import.meta.url));

/** Starts one on a free port. @param {string[]} more arguments */
export async function start(...more) {
  const server = spawn(process.execPath, [main, '--port', '0', '--until-stdin-closes', ...more]);
  const [line] = await once(createInterface({ input: server.stdout }), 'line');
  const { url } = JSON.parse(line);
  return {
    url,
    get: (path, how) => fetch(`${url}${path}`, how),
    post: (path, body, how) => fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), ...how }),
    end: async () => {
      server.stdin.end();
      await once(server, 'exit');
    },
  };
}
