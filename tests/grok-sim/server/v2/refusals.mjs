/** Answers that begin no generation, by their kind: status, headers and body as Grok sends them. */

/** @typedef {{ status: number, headers?: object, body?: object, text?: string }} Refusal */

/** @type {Record<string, (outcome: object) => Refusal>} */
const REFUSALS = {
  rate_limited: ({ retry_after_s }) => ({
    status: 429,
    headers: retry_after_s === undefined ? {} : { 'retry-after': String(retry_after_s) },
    body: { error: { code: 8, message: 'Too many requests', details: [] } },
  }),
  rate_limited_plain: () => ({ status: 429, body: { error: 'rate limited' } }),
  forbidden: () => ({ status: 403, text: '' }),
  anti_bot: () => ({
    status: 403,
    body: { error: { code: 7, message: 'Request rejected by anti-bot rules.', details: [] } },
  }),
  out_of_date: () => coded(403, 7, 'This page is out of date. Reload to continue.'),
  blocked: () => coded(403, 7, 'User is blocked [WKE=unauthorized:blocked-user]'),
  check: () => ({
    status: 403,
    headers: { 'cf-mitigated': 'challenge', 'content-type': 'text/html' },
    text: '<!DOCTYPE html><title>Just a moment...</title>',
  }),
  signed_out: () => coded(401, 16, 'Bad credentials'),
  not_found: () => notFound(),
  server_down: ({ status = 500 }) => coded(status, 13, 'Internal error'),
};

export const notFound = () => coded(404, 5, 'Response not found.');

export const invalid = () => coded(400, 3, 'invalid argument');

/** The refusal of an outcome, or undefined. @returns {Refusal | undefined} */
export function refusalOf(outcome) {
  return REFUSALS[outcome.kind]?.(outcome);
}

/** @param {Refusal} refusal */
export function refuse({ status, headers = {}, body, text }, response) {
  const type = body ? 'application/json' : 'text/plain';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body ? JSON.stringify(body) : text);
}

function coded(status, code, message) {
  return { status, body: { code, message, details: [] } };
}
