import type { CommandContext } from '../command.ts';

const width = 30;

/** A line on the terminal that says how far a long command is. Nothing is written where nobody watches. */
export class ProgressBar {
  readonly #context: Pick<CommandContext, 'stderr' | 'clock'>;
  readonly #total: number;
  readonly #started: number;
  #shown = 0;
  #last = 0;

  /** `total`: in the unit of `show`; 0 where it is not known. */
  constructor(context: Pick<CommandContext, 'stderr' | 'clock'>, total: number) {
    this.#context = context;
    this.#total = total;
    this.#started = context.clock().getTime();
  }

  /** At most ten times a second. */
  show(done: number, text: string): void {
    const { stderr, clock } = this.#context;
    const now = clock().getTime();
    if (!stderr.isTerminal || now - this.#last < 100) return;
    this.#last = now;
    const share = this.#total > 0 ? Math.min(1, done / this.#total) : undefined;
    this.#write(share === undefined ? text : `${bar(share)} ${text}${this.#left(share, now)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#shown > 0) this.#write('');
  }

  #left(share: number, now: number): string {
    const seconds = Math.round(((now - this.#started) / 1000) * (1 / Math.max(share, 0.001) - 1));
    if (now - this.#started < 1000 || share >= 1) return '';
    return `, ${seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} left`;
  }

  #write(text: string): void {
    const line = text.slice(0, Math.max(10, this.#context.stderr.columns - 1));
    this.#context.stderr.write(`\r${line.padEnd(this.#shown)}\r${line}`);
    this.#shown = line.length;
  }
}

function bar(share: number): string {
  const full = Math.round(share * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${String(Math.floor(share * 100)).padStart(3)} %`;
}
