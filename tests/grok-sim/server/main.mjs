/**
 * The simulator's door: reads the command line, builds the page, listens on loopback.
 *
 *   node server/main.mjs [--port N] [--demo] [--version v1|v2] [--until-stdin-closes]
 *
 * Without `--version` tests get Grok's page of spring 2026, and the demo that of autumn 2026.
 *
 * When it listens it prints one line of JSON, {"url": "http://127.0.0.1:PORT"}, and nothing else
 * on standard output.
 */

import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

import { build } from './build.mjs';
import { handle } from './routes.mjs';
import { Simulation } from './simulation.mjs';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    demo: { type: 'boolean', default: false },
    version: { type: 'string' },
    'until-stdin-closes': { type: 'boolean', default: false },
  },
});

await build();
const version = values.version ?? (values.demo ? 'v2' : 'v1');
const simulation = new Simulation(values.demo ? 'demo' : 'test', version);
const server = createServer((request, response) => handle(simulation, request, response));
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
});

// A harness that dies closes its end: no simulator is left behind.
if (values['until-stdin-closes']) {
  process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
}
