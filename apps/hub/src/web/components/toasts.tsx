import type { Page } from '../page.ts';

/** Where finished jobs are said on any page. Filled by script; without it the job's own page says the same. */
export function Toasts({ p }: { p: Page }) {
  if (p.actor.kind !== 'person') return null;
  return (
    <job-toasts src="/events" data-close={p.t('web.close')} data-open={p.t('web.open')}>
      <div class="toasts" role="status" aria-live="polite"></div>
    </job-toasts>
  );
}
