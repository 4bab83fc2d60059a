import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { allocateStatusIndex } from '../../src/status/allocate-status-index.ts';
import type { CommandContext } from '../command.ts';
import { fileTrouble } from '../file-trouble.ts';

/**
 * The places of a status list that are taken, kept in a file beside it: one line for each block of places, written
 * before any of them is used. Whoever stops in between leaves unused places behind, and never a shared one; of two
 * programs that drew the same place the line that stands first has it.
 */
export class StatusPlaces {
  readonly #path: string;
  readonly #name: string;
  readonly #entries: number;
  readonly #random: CommandContext['random'];
  readonly #block: number;
  readonly #taken = new Set<number>();
  #read = 0;
  #free: number[] = [];

  /** `block`: how many places are written down at once. */
  constructor(name: string, entries: number, { cwd, random }: Pick<CommandContext, 'cwd' | 'random'>, block = 256) {
    this.#block = block;
    this.#name = name;
    this.#path = resolve(cwd, name);
    this.#entries = entries;
    this.#random = random;
  }

  /** A place that nobody else has. Throws a `CommandError`, and BadgeError `status.list-full`. */
  take(): number {
    if (this.#free.length === 0) this.#free = this.#reserve();
    return this.#free.pop() as number;
  }

  #reserve(): number[] {
    this.#absorb('');
    const drawn = new Set<number>();
    const isTaken = (index: number) => this.#taken.has(index) || drawn.has(index);
    const random = (below: number) => Buffer.from(this.#random(6)).readUIntBE(0, 6) % below;
    const wanted = Math.min(this.#block, Math.max(1, Math.floor(this.#entries / 512)));
    while (drawn.size < wanted) drawn.add(allocateStatusIndex({ isTaken, random, entries: this.#entries }));
    const token = Buffer.from(this.#random(8)).toString('hex');
    this.#append(`${token} ${[...drawn].join(' ')}\n`);
    const mine = this.#absorb(token);
    return mine.length > 0 ? mine : this.#reserve();
  }

  #append(line: string): void {
    try {
      const file = openSync(this.#path, 'a');
      try {
        writeSync(file, line);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    } catch (error) {
      throw fileTrouble(error, 'written', this.#name);
    }
  }

  /** Reads what was written since the last time; gives back the places that the line of `token` has for itself. */
  #absorb(token: string): number[] {
    const text = this.#content().slice(this.#read);
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    this.#read += whole.length;
    return whole.split('\n').flatMap((line) => {
      const [owner, ...places] = line.split(' ');
      const indexes = places.map(Number).filter((index) => Number.isSafeInteger(index));
      const fresh = indexes.filter((index) => !this.#taken.has(index));
      for (const index of fresh) this.#taken.add(index);
      return owner === token ? fresh : [];
    });
  }

  #content(): string {
    try {
      return readFileSync(this.#path, 'latin1');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw fileTrouble(error, 'read', this.#name);
    }
  }
}
