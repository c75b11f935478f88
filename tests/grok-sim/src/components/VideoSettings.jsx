/** Length and resolution of the next video, as buttons in the bar or in a menu behind `Video Options`. */

import * as Menu from '@radix-ui/react-dropdown-menu';

import { usePage } from '../state.js';

const CHOICES = { length: ['6s', '10s'], resolution: ['480p', '720p'] };

const choose = (kind, name) =>
  usePage.setState(({ settings }) => ({ settings: { ...settings, [kind]: name } }));

export function VideoSettings() {
  const form = usePage((page) => page.options.video_settings);
  const settings = usePage((page) => page.settings);
  if (form === 'buttons') return <Buttons settings={settings} />;
  return form === 'menu' ? <Options settings={settings} /> : null;
}

function Buttons({ settings }) {
  return Object.entries(CHOICES).map(([kind, names]) => (
    <div key={kind} role="group" aria-label={kind}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          className="pill"
          aria-pressed={settings[kind] === name}
          onClick={() => choose(kind, name)}
        >
          {name}
        </button>
      ))}
    </div>
  ));
}

function Options({ settings }) {
  return (
    <Menu.Root>
      <Menu.Trigger className="pill" aria-label="Video Options">
        <svg viewBox="0 0 24 24" width="16" height="16" fill="currentColor" aria-hidden="true">
          <path d="M4 7h16v2H4zm0 8h16v2H4z" />
        </svg>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="menu">
          {Object.entries(CHOICES).map(([kind, names]) => (
            <Menu.RadioGroup key={kind} value={settings[kind]} onValueChange={(name) => choose(kind, name)}>
              {names.map((name) => (
                <Menu.RadioItem key={name} value={name} className="menu-item">
                  {name}
                  <Menu.ItemIndicator>
                    <svg viewBox="0 0 24 24" width="14" height="14" fill="currentColor" aria-hidden="true">
                      <path d="M9 16L5 12l-1.5 1.5L9 19 20.5 7.5 19 6z" />
                    </svg>
                  </Menu.ItemIndicator>
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
