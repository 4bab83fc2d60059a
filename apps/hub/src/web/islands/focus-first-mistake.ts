/** `autofocus` does this too, but not when the page came with a fragment or out of the browser's memory. */
export function focusFirstMistake(): void {
  const first =
    document.querySelector<HTMLElement>('[aria-invalid="true"], fieldset.field--bad input') ??
    document.querySelector<HTMLElement>('.summary');
  if (first && document.activeElement === document.body) first.focus();
}
