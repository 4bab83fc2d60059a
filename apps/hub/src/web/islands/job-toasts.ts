interface Finished {
  text: string;
  /** A path of this hub where the result is. */
  href?: string;
}

/** Says what finished elsewhere. It listens only while the page is in front: browsers allow six streams to one place. */
export class JobToasts extends HTMLElement {
  #events: EventSource | undefined;
  #stop = new AbortController();

  connectedCallback(): void {
    this.#stop = new AbortController();
    document.addEventListener('visibilitychange', () => this.#listen(), { signal: this.#stop.signal });
    this.#listen();
  }

  disconnectedCallback(): void {
    this.#stop.abort();
    this.#events?.close();
  }

  #listen(): void {
    this.#events?.close();
    const src = this.getAttribute('src');
    if (document.hidden || !src) return;
    this.#events = new EventSource(src);
    this.#events.addEventListener('finished', (event: MessageEvent<string>) =>
      this.#show(JSON.parse(event.data) as Finished),
    );
  }

  #show({ text, href }: Finished): void {
    // the page it leads to says it by itself
    if (href === location.pathname) return;
    const toast = document.createElement('div');
    toast.className = 'toast';
    const say = document.createElement('p');
    say.textContent = text;
    toast.append(say, this.#close(toast));
    if (href?.startsWith('/') && !href.startsWith('//')) toast.append(this.#link(href));
    this.querySelector('.toasts')?.append(toast);
  }

  #close(toast: HTMLElement): HTMLElement {
    const close = document.createElement('button');
    close.type = 'button';
    close.className = 'linkish';
    close.textContent = this.dataset.close ?? '';
    close.addEventListener('click', () => toast.remove());
    return close;
  }

  #link(href: string): HTMLElement {
    const link = document.createElement('a');
    link.className = 'go';
    link.href = href;
    link.textContent = this.dataset.open ?? '';
    return link;
  }
}
