/** What the page shows beside the media store: which post, in which conversation, and what stands over it. */

import { create } from 'zustand';

import { rename } from '../routes.js';
import { usePage } from '../state.js';

export const useView = create(() => ({
  /** The id of the path that was opened: what is on show belongs to it, and to no other. */
  opened: null,
  /** The file on show. */
  shown: null,
  /** Whether there is no such file. */
  isMissing: false,
  /** The picture that it goes back to. */
  image: null,
  /** The key of its lists in the store. */
  container: null,
  /** The conversation that is open. */
  thread: null,
  /** The prompt box's text. */
  prompt: '',
  /** The clip that the composer extends. */
  extending: null,
  /** The picture that is attached in the composer. */
  attachment: null,
  /** Words of a failure, until the next press. */
  alert: null,
  /** What a screen reader says. */
  status: '',
  /** Two videos; the page asks which is better. */
  compared: null,
  /** Whether the dialog of the option was closed. */
  isDismissed: false,
  /** The account's conversations. */
  conversations: [],
  /** Pictures that are being made. */
  pending: 0,
}));

export const show = useView.setState;

/** The parts of an address. */
export function placeOf(address) {
  const url = new URL(address, location.origin);
  const [, kind, id] = /^\/imagine(?:\/(post|agent|saved))?(?:\/([^/]+))?\/?$/.exec(url.pathname) ?? [];
  const thread = url.searchParams.get('conversation') ?? url.searchParams.get('conversationId');
  if (kind === 'post' && id) return { page: 'post', id, thread };
  if (kind === 'agent') return { page: 'agent', id, thread };
  return { page: kind === 'saved' ? 'saved' : 'home', thread };
}

export const here = () => placeOf(location.pathname + location.search);

/** A post's path; after a generation it may be the conversation's. */
export function postPath(id, thread) {
  const { path_id } = usePage.getState().options;
  return `/imagine/post/${path_id === 'conversation' && thread ? thread : id}`;
}

let late;

/** The open conversation gets into the address a moment after the page has come to a post. */
export function nameThread() {
  const { query } = usePage.getState().options;
  clearTimeout(late);
  if (query === 'never') return;
  late = setTimeout(() => {
    const { thread } = useView.getState();
    const place = here();
    if (place.page !== 'post' || !thread || place.thread === thread) return;
    rename(`/imagine/post/${place.id}?conversation=${thread}`);
  }, query);
}

/** The prompt is there again for another try, unless its user has gone on. */
export function putBack({ press, image }) {
  const view = useView.getState();
  if (view.prompt === '' && (press.isHome || view.image === image)) show({ prompt: press.prompt });
}
