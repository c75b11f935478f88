/** What the newer page's user pressed, and what the page asked for by itself: how often each. */

import { CONTROLS, FORBIDDEN } from './presses.mjs';

/** What the page asks for, where an observer can see it. */
const ASKED = ['responses', 'conversations', 'asset', 'assets', 'quota_info', 'rate_limits', 'upscale'];

const none = (names) => Object.fromEntries(names.map((name) => [name, 0]));

export class Counters {
  constructor() {
    this.pressed = none(CONTROLS);
    this.asked = none(ASKED);
  }

  press(control) {
    if (!(control in this.pressed)) throw new Error(`there is no control "${control}"`);
    this.pressed[control] += 1;
  }

  /** How often something was pressed that no program may press. */
  forbidden() {
    return FORBIDDEN.reduce((sum, name) => sum + this.pressed[name], 0);
  }
}
