/** The toast section, as sonner draws it. */

import { useEffect, useState } from 'react';

import { usePage } from '../state.js';

/** How late the section appears with the option `late`, in ms. */
const LATE_MS = 1000;

export function Toasts() {
  const toasts = usePage((page) => page.toasts);
  const option = usePage(({ options }) => options?.toast);
  const [isLate, setLate] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setLate(false), LATE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (option === 'late' && isLate) return null;
  return (
    <section aria-label="Notifications alt+T" aria-live="polite">
      <ol data-sonner-toaster="true" className="toasts">
        {toasts.map(({ id, text }) => (
          <li
            key={id}
            className="group toast"
            data-sonner-toast=""
            data-type="error"
            data-visible="true"
            data-mounted="true"
          >
            <div>
              <span>{text}</span>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
