/** A menu behind a button: the real one of Radix, which opens by a pointer and not by a bare click. */

import * as Dropdown from '@radix-ui/react-dropdown-menu';

import { counted } from '../presses.js';

/** @param {{ label: string, control: string, items: { text: string, act?: () => void }[], children: import('react').ReactNode }} props */
export function Menu({ label, control, items, children, className = '' }) {
  return (
    <Dropdown.Root>
      <Dropdown.Trigger className={className} aria-label={label} {...counted(control)}>
        {children}
      </Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content className="menu" sideOffset={6} collisionPadding={8}>
          {items.map(({ text, act }) => (
            <Dropdown.Item key={text} className="menu-item" onSelect={act}>
              {text}
            </Dropdown.Item>
          ))}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}

/** A menu in which one of several is chosen. */
export function ChoiceMenu({ label, control, value, names, choose }) {
  return (
    <Dropdown.Root>
      <Dropdown.Trigger className="chip" aria-label={label} {...counted(control)}>
        <span>{value}</span>
      </Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content className="menu" sideOffset={6} collisionPadding={8}>
          <Dropdown.RadioGroup value={value} onValueChange={choose}>
            {names.map(({ name, text }) => (
              <Dropdown.RadioItem key={name} value={name} className="menu-item">
                {text}
                <Dropdown.ItemIndicator>✓</Dropdown.ItemIndicator>
              </Dropdown.RadioItem>
            ))}
          </Dropdown.RadioGroup>
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}
