/** What stands over the page: real dialogs of Radix in Grok's own portal, and the cookie banner. */

import * as Dialog from '@radix-ui/react-dialog';

import { usePage } from '../../state.js';
import { findItem } from '../media.js';
import { counted } from '../presses.js';
import { show, useView } from '../view.js';
import { played } from './Player.jsx';

const portal = () => document.getElementById('dialog-portal');

/** Title, words and buttons of each. */
const KINDS = {
  age: {
    title: 'Confirm your age',
    text: 'You have to be 18 or older to go on.',
    buttons: ['Continue'],
    name: 'age_verification',
  },
  promo: { title: 'Meet Imagine 2.0', text: 'Longer videos, better sound.', buttons: ['Next', 'Skip tour'] },
  sign_in: {
    title: 'Sign in to continue',
    text: 'Your creations are kept in your account.',
    buttons: ['Sign in', 'Sign up'],
  },
};

export function Dialogs() {
  const dialog = usePage((page) => page.options.dialog);
  const { isDismissed, compared } = useView();
  if (compared) return <Preference videos={compared.map(findItem)} close={() => show({ compared: null })} />;
  if (!dialog || isDismissed) return null;
  const close = () => show({ isDismissed: true });
  if (dialog === 'cookies') return <Cookies close={close} />;
  if (dialog === 'preference') return <Preference videos={[]} close={close} />;
  const { title, text, buttons, name } = KINDS[dialog];
  return (
    <Modal title={title} name={name} close={close}>
      <p>{text}</p>
      <Buttons names={buttons} close={close} />
    </Modal>
  );
}

function Modal({ title, name, close, children }) {
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal container={portal()}>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="dialog" data-analytics-name={name} aria-describedby={undefined}>
          <Dialog.Title>{title}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Buttons({ names, close }) {
  return (
    <div className="buttons">
      {names.map((name) => (
        <button key={name} type="button" {...counted('dialog')} onClick={close}>
          {name}
        </button>
      ))}
    </div>
  );
}

/** The question stands there also when its videos are not known any more. */
function Preference({ videos, close }) {
  const clips = videos.filter((video) => video?.videoUrl);
  return (
    <Modal title="Which video do you prefer?" close={close}>
      <div className="pair">
        {clips.map(({ id, videoUrl }) => (
          <button key={id} type="button" {...counted('dialog')} onClick={close}>
            <video src={played(videoUrl)} muted autoPlay loop playsInline />
          </button>
        ))}
      </div>
      <Buttons names={['Skip']} close={close} />
    </Modal>
  );
}

function Cookies({ close }) {
  return (
    <div id="onetrust-consent-sdk">
      <div id="onetrust-banner-sdk" role="dialog" aria-label="Cookies">
        <p>We use cookies to make this site work.</p>
        <Buttons names={['Accept All Cookies', 'Reject All']} close={close} />
      </div>
    </div>
  );
}
