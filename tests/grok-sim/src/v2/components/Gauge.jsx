/** A limit as the composer shows it: its kind and its end are in the name alone. */

import { usePage } from '../../state.js';
import { Icon } from './Icon.jsx';

export function Gauge({ words, isAttached }) {
  const { gauge, gauge_label: label } = usePage((page) => page.options);
  if (gauge === 'off' || (gauge === 'attached' && !isAttached)) return null;
  return (
    <button type="button" className="gauge text-fg-danger" aria-label={label || words.gauge}>
      <Icon name="gauge" />
    </button>
  );
}
