interface Progress {
  done: number;
  total: number;
  /** A sentence below the bar. */
  label?: string;
  counts?: Record<string, number>;
}

/** Follows long work by server-sent events and says it aloud every tenth, not every time. */
export class LiveProgress extends HTMLElement {
  #events: EventSource | undefined;
  #said = -1;

  connectedCallback(): void {
    const src = this.getAttribute('src');
    if (!src) return;
    this.#events = new EventSource(src);
    this.#events.addEventListener('progress', (event: MessageEvent<string>) =>
      this.#show(JSON.parse(event.data) as Progress),
    );
  }

  disconnectedCallback(): void {
    this.#events?.close();
  }

  #show({ done, total, label, counts = {} }: Progress): void {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
    this.#write('[data-done]', this.#number(done));
    if (label) this.#write('[data-text]', label);
    for (const [id, count] of Object.entries(counts))
      this.#write(`[data-count="${CSS.escape(id)}"]`, this.#number(count));
    this.querySelector('[role="progressbar"]')?.setAttribute('aria-valuenow', String(done));
    this.querySelector('.meter__fill')?.setAttribute('width', `${total === 0 ? 0 : (done / total) * 100}%`);
    if (tenth !== this.#said)
      this.#write(
        '[data-say]',
        done < total ? `${this.#number(done)} / ${this.#number(total)}` : (this.dataset.finished ?? ''),
      );
    this.#said = tenth;
    if (done >= total) this.#finish(label);
  }

  /** What steered it or asked how far it is goes with it. */
  #finish(label?: string): void {
    this.#events?.close();
    this.#write('[data-text]', label || (this.dataset.finished ?? ''));
    this.querySelector('[data-again]')?.remove();
    this.parentElement?.querySelector(':scope > .steering')?.remove();
    this.dispatchEvent(new CustomEvent('finished', { bubbles: true }));
    if (this.dataset.reload !== undefined) location.reload();
  }

  #write(selector: string, text: string): void {
    const element = this.querySelector(selector);
    if (element && element.textContent !== text) element.textContent = text;
  }

  #number(value: number): string {
    return new Intl.NumberFormat(this.dataset.locale).format(value);
  }
}
