/** Forms marked `data-guarded`: what was typed is not lost by a wrong click. */
export function askBeforeLeaving(): void {
  const changed = new Set<HTMLFormElement>();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-guarded]')) {
    form.addEventListener('input', () => changed.add(form));
    form.addEventListener('submit', () => changed.clear());
  }
  addEventListener('beforeunload', (event) => {
    if (changed.size > 0) event.preventDefault();
  });
}
