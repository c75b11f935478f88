/** One of several: a radio group of Radix, as the composer has them for mode, resolution, length and speed. */

import * as RadioGroup from '@radix-ui/react-radio-group';
import { useRef } from 'react';

import { usePage } from '../../state.js';
import { counted } from '../presses.js';

/**
 * @param {{ label: string, value: string, choose: (value: string) => void,
 *           options: { value: string, text: string, icon?: import('react').ReactNode, control: string }[],
 *           hidesOthers?: boolean }} props
 *   `hidesOthers`: what is not chosen is an icon under a name, without text
 */
export function Choice({ label, value, choose, options, hidesOthers = false }) {
  const follows = usePage((page) => page.options.choices);
  const isPointed = useRef(false);
  const handlers = (control) => {
    const { onPointerDownCapture, onClickCapture } = counted(control);
    return {
      onPointerDownCapture: () => {
        isPointed.current = true;
        onPointerDownCapture();
      },
      // Some of Grok's controls were seen to ignore a click that no pointer came before.
      onClickCapture: (event) => {
        onClickCapture();
        const isTaken = follows === 'click' || (follows === 'pointer' && isPointed.current);
        isPointed.current = false;
        if (isTaken) return;
        event.preventDefault();
        event.stopPropagation();
      },
    };
  };
  return (
    <RadioGroup.Root className="choice" aria-label={label} value={value} onValueChange={choose}>
      {options.map(({ value: one, text, icon, control }) => (
        <RadioGroup.Item
          key={one}
          value={one}
          aria-label={hidesOthers ? text : undefined}
          {...handlers(control)}
        >
          {icon}
          {(!hidesOthers || one === value) && <span>{text}</span>}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
