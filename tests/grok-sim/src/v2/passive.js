/** What the page asks for without anybody's pressing anything: records, turns, lists, quota. */

import { usePage } from '../state.js';

/** The address of an endpoint: under another one where nobody is to see it. */
function pathOf(path) {
  return usePage.getState().options.passive ? path : `/sim/quiet${path}`;
}

async function ask(path, body) {
  const how = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  try {
    const response = await fetch(pathOf(path), how);
    return response.ok ? await response.json() : null;
  } catch {
    // The page is left, or the server is gone: there is nothing to show then.
    return null;
  }
}

export const askAsset = (id) => ask(`/rest/assets/${id}`);

export const askResponses = (conversation) =>
  ask(`/rest/app-chat/conversations/${conversation}/responses?conversationKind=CONVERSATION_KIND_IMAGINE`);

export const askAssets = () =>
  ask('/rest/assets?pageSize=40&orderBy=ORDER_BY_CREATE_TIME&workspaceKind=WORKSPACE_KIND_IMAGINE_ALL');

export const askConversations = () =>
  ask('/rest/app-chat/conversations?pageSize=40&kind=CONVERSATION_KIND_IMAGINE');

export const askLimits = () => ask('/rest/rate-limits', { modelName: 'auto' });

let polling;
let every;

/** Asks for the quota at once, and again and again; 0: never. */
export function pollQuota(seconds) {
  if (seconds === every) return;
  every = seconds;
  clearInterval(polling);
  if (seconds === 0) return;
  const quota = () => ask('/rest/media/imagine/quota_info', {});
  quota();
  polling = setInterval(quota, seconds * 1000);
}
