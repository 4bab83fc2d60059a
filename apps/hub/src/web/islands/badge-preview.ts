const pause = 200;

/** Draws the badge again while its form is filled in; the last good drawing stays when the server says no. */
export class BadgePreview extends HTMLElement {
  #stop = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const form = this.#form();
    this.#stop = new AbortController();
    for (const event of ['input', 'change'])
      form?.addEventListener(event, () => this.#soon(form), { signal: this.#stop.signal });
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    clearTimeout(this.#timer);
  }

  #form(): HTMLFormElement | null {
    const id = this.dataset.form;
    return id ? document.querySelector<HTMLFormElement>(`form#${CSS.escape(id)}`) : this.closest('form');
  }

  #soon(form: HTMLFormElement): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#draw(form), pause);
  }

  #draw(form: HTMLFormElement): void {
    const drawing = new Image();
    drawing.addEventListener('load', () => this.#show(drawing.src));
    drawing.src = `${this.dataset.src ?? '/designer/preview.svg'}?${shortFields(form, this.dataset.only?.split(' '))}`;
  }

  #show(src: string): void {
    for (const image of this.querySelectorAll('img')) image.src = src;
  }
}

/** What a form says, as far as it fits into an address; `only` names the fields that matter. */
export function shortFields(form: HTMLFormElement, only?: string[]): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const matters = only ? only.includes(name) : !name.startsWith('_');
    if (typeof value === 'string' && matters && value.length < 200) query.append(name, value);
  }
  return query;
}
