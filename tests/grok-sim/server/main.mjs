/**
 * The simulator's door: reads the command line, builds the page, listens on loopback.
 *
 *   node server/main.mjs [--port N] [--demo] [--until-stdin-closes]
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
    'until-stdin-closes': { type: 'boolean', default: false },
  },
});

await build();
const simulation = new Simulation(values.demo ? 'demo' : 'test');
const server = createServer((request, response) => handle(simulation, request, response));
server.listen(Number(values.port), '127.0.0.1', () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` }));
});

// A harness that dies closes its end: no simulator is left behind.
if (values['until-stdin-closes']) {
  process.stdin.on('end', () => process.exit(0)).on('error', () => process.exit(0)).resume();
}
