/** `autofocus` does this too, but not when the page came with a fragment or out of the browser's memory. */
export function focusFirstMistake(): void {
  const summary = document.querySelector<HTMLElement>('.summary[role="alert"]');
  if (!summary || document.activeElement !== document.body) return;
  const place = summary.closest('form') ?? summary.parentElement;
  const first = place?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset.field--bad input');
  (first ?? summary).focus();
}
