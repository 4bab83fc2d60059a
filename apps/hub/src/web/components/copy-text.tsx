import type { Page } from '../page.ts';

interface Props {
  p: Page;
  text: string;
  label: string;
  /** What the button says, when “Copy” is not enough. */
  copy?: string;
}

/** A text to take along. Without script it can be marked; with it there is a button. */
export function CopyText({ p, text, label, copy = p.t('web.copy') }: Props) {
  return (
    <copy-text class="copy" data-copy={copy} data-copied={p.t('web.copied')}>
      <input class="input mono" value={text} aria-label={label} readonly dir="ltr" />
    </copy-text>
  );
}
