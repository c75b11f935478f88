/** Signing in at another host, and a frame of one: only where an option names it. */

import { useEffect, useState } from 'react';

import { usePage } from '../state.js';

/** The button; once somebody signed in, a word that says so. */
export function SignIn() {
  const at = usePage(({ options }) => options?.sign_in_at);
  const by = usePage(({ options }) => options?.sign_in_by);
  const [isSignedIn, setSignedIn] = useState(null);
  useEffect(() => {
    const ask = async () => {
      const answer = await fetch('/rest/session');
      setSignedIn((await answer.json()).is_signed_in);
    };
    const onMessage = ({ data, origin }) => {
      if (data === 'signed-in' && origin === location.origin) ask();
    };
    if (at) ask();
    addEventListener('message', onMessage);
    return () => removeEventListener('message', onMessage);
  }, [at]);
  if (!at || isSignedIn === null) return null;
  if (isSignedIn) return <span id="signed-in">✓</span>;
  const backBy = (then) => `back=${encodeURIComponent(`${location.origin}/sign-in/callback${then}`)}`;
  const leave = () => {
    const ticket = crypto.randomUUID();
    sessionStorage.setItem('sign-in-ticket', ticket);
    location.assign(`${at}/sign-in/begin?ticket=${ticket}&${backBy(`?home=${ticket}`)}`);
  };
  const url = `${at}/sign-in?${backBy(by === 'stays' ? '?stay' : '')}`;
  const open = () => (by === 'page' ? leave() : window.open(url, 'sign-in', 'width=500,height=600'));
  return (
    <button type="button" id="sign-in" onClick={open}>
      Sign in
    </button>
  );
}

export function Frame() {
  const source = usePage(({ options }) => options?.frame);
  return source ? <iframe id="stranger" title="A frame" src={source} /> : null;
}
