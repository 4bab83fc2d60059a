import { shortFields } from './badge-preview.ts';

const pause = 300;

/** Says again what can be read and what the drawing shows, while its form is filled in; it is asked of the server. */
export class DesignAdvice extends HTMLElement {
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.closest('form');
    this.#stop = new AbortController();
    form?.addEventListener('input', () => this.#soon(form), { signal: this.#stop.signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  #soon(form: HTMLFormElement): void {
    keepInksOfPalette(form);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(form), pause);
  }

  async #ask(form: HTMLFormElement): Promise<void> {
    const query = shortFields(form, this.dataset.only?.split(' '));
    query.set('action', form.getAttribute('action') ?? '');
    const answer = await fetch(`${this.dataset.src}?${query}`, { headers: { accept: 'text/html' } });
    if (answer.ok) this.innerHTML = await answer.text();
  }
}

/** Who goes on to two inks of their own begins with those of the palette chosen before. */
function keepInksOfPalette(form: HTMLFormElement): void {
  const palette = form.querySelector<HTMLInputElement>('input[name="palette"]:checked');
  for (const ink of ['primary', 'secondary']) {
    const field = form.querySelector<HTMLInputElement>(`input[name="${ink}"]`);
    const value = palette?.dataset[ink];
    if (field && value) field.value = value;
  }
}
