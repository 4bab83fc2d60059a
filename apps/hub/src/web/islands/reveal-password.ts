export class RevealPassword extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'linkish';
    button.textContent = this.dataset.show ?? '';
    button.setAttribute('aria-controls', input.id);
    button.addEventListener('click', () => {
      const shown = input.type === 'text';
      input.type = shown ? 'password' : 'text';
      button.textContent = (shown ? this.dataset.show : this.dataset.hide) ?? '';
    });
    // a password manager and the browser's history see a password again
    input.form?.addEventListener('submit', () => {
      input.type = 'password';
    });
    this.append(button);
  }
}
