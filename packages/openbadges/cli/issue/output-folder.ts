import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandContext } from '../command.ts';
import { fileTrouble } from '../file-trouble.ts';
import { makeFolder, writeNew } from '../write-whole.ts';

/**
 * The folder of issued badges. A file in it is whole: it is written under the name of this process and then renamed.
 * What a process that was killed left behind is taken away by the next one.
 */
export class OutputFolder {
  readonly #path: string;
  readonly #name: string;
  readonly #part: string;

  constructor(name: string, { cwd }: Pick<CommandContext, 'cwd'>) {
    this.#name = name;
    this.#path = makeFolder(name, cwd);
    this.#part = join(this.#path, partName(process.pid));
    this.#removeLeftovers();
  }

  /** An empty file is one whose content a power cut took. */
  has(file: string): boolean {
    const stats = statSync(join(this.#path, file), { throwIfNoEntry: false });
    return stats !== undefined && stats.size > 0;
  }

  put(file: string, content: string | Uint8Array): void {
    try {
      writeNew(this.#part, content);
      renameSync(this.#part, join(this.#path, file));
    } catch (error) {
      rmSync(this.#part, { force: true });
      throw fileTrouble(error, 'written', join(this.#name, file));
    }
  }

  #removeLeftovers(): void {
    for (const file of readdirSync(this.#path)) {
      const pid = Number(/^\.badges-(\d+)\.part$/.exec(file)?.[1]);
      if (pid === process.pid || (pid > 0 && !isAlive(pid))) rmSync(join(this.#path, file), { force: true });
    }
  }
}

function partName(pid: number): string {
  return `.badges-${pid}.part`;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
