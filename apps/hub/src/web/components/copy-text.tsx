import type { Page } from '../page.ts';

/** A text to take along. Without script it can be marked; with it there is a button. */
export function CopyText({ p, text, label }: { p: Page; text: string; label: string }) {
  return (
    <copy-text class="copy" data-copy={p.t('web.copy')} data-copied={p.t('web.copied')}>
      <input class="input mono" value={text} aria-label={label} readonly dir="ltr" />
    </copy-text>
  );
}
