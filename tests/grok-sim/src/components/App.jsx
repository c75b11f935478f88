/** The whole page: a rail as Grok has one, the gallery or a post, and the toasts. */

import { usePage } from '../state.js';
import { navigate, postOf, usePath } from '../routes.js';
import { Gallery } from './Gallery.jsx';
import { Post } from './Post.jsx';
import { Frame, SignIn } from './SignIn.jsx';
import { Toasts } from './Toasts.jsx';

export function App() {
  const path = usePath();
  const postId = postOf(path);
  const isReady = usePage(({ options }) => options !== null);
  const open = (event) => {
    event.preventDefault();
    navigate('/imagine');
  };
  return (
    <>
      <nav className="rail">
        <SignIn />
        <a href="/imagine" onClick={open} aria-label="Imagine">
          <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8">
            <path d="M12 3l2.5 6.5L21 12l-6.500 2.500L12 21l-2.500-6.500L3 12l6.500-2.500z" />
          </svg>
        </a>
      </nav>
      <main>{isReady && (postId ? <Post key={postId} postId={postId} /> : <Gallery />)}</main>
      <Frame />
      <Toasts />
      <aside className="note">Simulated page</aside>
    </>
  );
}
