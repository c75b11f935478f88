/** The whole page: a rail as Grok has one, home or a post, dialogs and toasts. */

import { useEffect } from 'react';
import { useStore } from 'zustand';

import { SignIn, Frame } from '../../components/SignIn.jsx';
import { Toasts } from '../../components/Toasts.jsx';
import { navigate, useAddress } from '../../routes.js';
import { usePage } from '../../state.js';
import { otherStore } from '../media.js';
import { useImagineModeStore } from '../modes.js';
import { press } from '../presses.js';
import { placeOf, show } from '../view.js';
import { wordsOf } from '../words.js';
import { Agent } from './Agent.jsx';
import { Dialogs } from './Dialogs.jsx';
import { Home } from './Home.jsx';
import { Icon } from './Icon.jsx';
import { Post } from './Post.jsx';

export function App() {
  const options = usePage((page) => page.options);
  useEscape();
  if (!options) return null;
  // Another way of reading the store is another set of hooks.
  const key = `${options.store === 'absent'}`;
  return (
    <>
      {options.store_instances === 2 && <Templates />}
      <Rail words={wordsOf(options.locale)} />
      <Page key={key} />
      <Dialogs />
      <Frame />
      <Toasts />
      <div className="note">Simulated page</div>
    </>
  );
}

function Page() {
  const place = placeOf(useAddress());
  if (place.page === 'post') return <Post id={place.id} thread={place.thread} />;
  if (place.page === 'agent') return <Agent id={place.id} thread={place.thread} />;
  return <Home key={place.page} isSaved={place.page === 'saved'} />;
}

function Rail({ words }) {
  const go = (path) => (event) => {
    event.preventDefault();
    navigate(path);
  };
  return (
    <nav className="rail">
      <SignIn />
      <a href="/imagine" onClick={go('/imagine')} aria-label="Imagine">
        <Icon name="sparkles" />
      </a>
      <a href="/imagine/saved" onClick={go('/imagine/saved')} aria-label={words.saved}>
        <Icon name="bookmark" />
      </a>
    </nav>
  );
}

/** A part of the page with a store of its own, of the same shape. */
function Templates() {
  const templates = useStore(otherStore, (media) => media.imageByMediaId);
  return <div hidden>{Object.keys(templates).length}</div>;
}

/** Escape resets the composer: its mode, and what is attached. */
function useEscape() {
  useEffect(() => {
    const onKey = ({ key }) => {
      if (key !== 'Escape') return;
      press('escape');
      useImagineModeStore.setState({ imagineMode: 'image', imagineModePostPage: 'image' });
      show({ attachment: null, extending: null });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
