/** Dropping and pasting fill the file input that is there anyway, and the chosen files are listed with their size. */
export class DropZone extends HTMLElement {
  #stop = new AbortController();

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) return;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const take = (files: FileList | undefined) => files?.length && this.#take(input, files);
    this.addEventListener(
      'dragover',
      (event) => {
        event.preventDefault();
        this.dataset.over = '';
      },
      { signal },
    );
    this.addEventListener('dragleave', () => delete this.dataset.over, { signal });
    this.addEventListener(
      'drop',
      (event) => {
        event.preventDefault();
        delete this.dataset.over;
        take(event.dataTransfer?.files);
      },
      { signal },
    );
    input.addEventListener('change', () => this.#list(input), { signal });
    if ('paste' in this.dataset)
      document.addEventListener('paste', (event) => take(event.clipboardData?.files), { signal });
    this.#list(input);
  }

  disconnectedCallback(): void {
    this.#stop.abort();
  }

  #take(input: HTMLInputElement, files: FileList): void {
    const taken = new DataTransfer();
    for (const file of input.multiple ? files : [...files].slice(0, 1)) taken.items.add(file);
    input.files = taken.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #list(input: HTMLInputElement): void {
    const list = this.querySelector<HTMLElement>('[data-files]');
    const files = [...(input.files ?? [])];
    if (!list) return;
    list.hidden = files.length === 0;
    list.replaceChildren(...files.slice(0, 200).map((file) => this.#item(file)));
  }

  #item(file: File): HTMLElement {
    const item = document.createElement('li');
    const [name, size] = [document.createElement('span'), document.createElement('span')];
    name.textContent = file.name;
    size.textContent = sizeOf(file.size, this.dataset.locale);
    item.append(name, size);
    return item;
  }
}

function sizeOf(bytes: number, locale?: string): string {
  const [unit, length] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / length);
}
