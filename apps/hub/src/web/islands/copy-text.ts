export class CopyText extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || !navigator.clipboard || this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn--quiet btn--small';
    button.textContent = this.dataset.copy ?? '';
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(input.value);
      button.textContent = this.dataset.copied ?? '';
      setTimeout(() => {
        button.textContent = this.dataset.copy ?? '';
      }, 3000);
    });
    this.append(button);
  }
}
