import type { Page } from '../page.ts';
import { VerdictIcon } from './verdict-icon.tsx';

/** What the last act led to, said once. */
export function Flashes({ p }: { p: Page }) {
  if (p.flash.length === 0) return null;
  return (
    <div class="flashes sheet" role="status">
      {p.flash.map(({ kind, text }) => (
        <p class={`flash ${kind === 'done' ? 'is-yes' : 'is-no'}`}>
          <VerdictIcon tone={kind === 'done' ? 'yes' : 'no'} />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}
