import { createHash } from 'node:crypto';
import type { TableHeader } from './table-header.ts';
import type { Row } from './template-holes.ts';

/**
 * Names the file of each row after what is in it, so that the same row has the same file in every run, wherever in the
 * table it stands. Rows that are the same in every cell that counts are numbered.
 */
export class RowFiles {
  readonly #run: string;
  readonly #header: TableHeader;
  readonly #ending: string;
  /** How often a row was seen, by the first six bytes of its digest: a number is small, and there may be millions. */
  readonly #seen = new Map<number, number>();

  /** `run`: everything besides the row that makes a badge what it is, such as the template and the key. */
  constructor(run: readonly string[], header: TableHeader, ending: string) {
    this.#run = createHash('sha256').update(JSON.stringify(run)).digest('hex');
    this.#header = header;
    this.#ending = ending;
  }

  next(row: Row): { name: string; isRepeated: boolean } {
    const cells = this.#header.used.map((column) => row.get(column));
    const digest = createHash('sha256')
      .update(JSON.stringify([this.#run, cells]))
      .digest();
    const short = digest.readUIntBE(0, 6);
    const count = (this.#seen.get(short) ?? 0) + 1;
    this.#seen.set(short, count);
    const stem = slug(this.#header.name ? row.get(this.#header.name) : undefined);
    const number = count > 1 ? `-${count}` : '';
    return { name: `${stem}-${digest.toString('hex', 0, 8)}${number}.${this.#ending}`, isRepeated: count > 1 };
  }
}

/** Letters and digits of any script; nothing that leads to another folder or means something to a system. */
function slug(name = ''): string {
  const words = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...words.toLowerCase()].slice(0, 40).join('') || 'badge';
}
