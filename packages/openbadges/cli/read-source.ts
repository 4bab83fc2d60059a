import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandContext } from './command.ts';
import { notPossible, wrongUse } from './command-error.ts';
import { fileTrouble } from './file-trouble.ts';
import { printable } from './printable.ts';

/** The largest file that is read, in bytes: what `readBadge` looks into. */
const maxSource = 32 * 1024 * 1024;

type Needs = Pick<CommandContext, 'cwd' | 'stdin'>;

/** The bytes of a file, or of standard input for `-`. Throws a `CommandError` when they cannot be had. */
export async function readSource(name: string, needs: Needs, most = maxSource): Promise<Uint8Array> {
  if (name === '-') return readStdin(needs.stdin, most);
  return readFileBounded(name, needs.cwd, most);
}

/** The text of a UTF-8 file, without its byte order mark. */
export async function readTextSource(name: string, needs: Needs): Promise<string> {
  const bytes = await readSource(name, needs);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw notPossible(`${printable(name)} is no text in UTF-8.`);
    throw error;
  }
}

async function readStdin(stdin: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stdin) {
    length += part.length;
    if (length > most) throw notPossible(`There is more on standard input than the ${megabytes(most)} that are read.`);
    parts.push(part);
  }
  if (length === 0) throw notPossible('There is nothing on standard input.');
  return Buffer.concat(parts);
}

/** Only files of a known size: a device or a pipe could give bytes without end. */
function readFileBounded(name: string, cwd: string, most: number): Uint8Array {
  if (name === '') throw wrongUse('The name of a file is empty.');
  try {
    const file = openSync(resolve(cwd, name), 'r');
    try {
      const stats = fstatSync(file);
      if (stats.isDirectory()) throw notPossible(`${printable(name)} is a folder.`, 'Name the files in it.');
      if (stats.size > most)
        throw notPossible(`${printable(name)} is larger than the ${megabytes(most)} that are read.`);
      return contentOf(file, most, name);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw fileTrouble(error, 'read', name);
  }
}

/** Pipes such as `/dev/stdin` or `<(…)` say no size beforehand. */
function contentOf(file: number, most: number, name: string): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const part = Buffer.allocUnsafe(65_536);
    const read = readSync(file, part);
    if (read === 0) return Buffer.concat(parts);
    length += read;
    if (length > most) throw notPossible(`${printable(name)} is larger than the ${megabytes(most)} that are read.`);
    parts.push(part.subarray(0, read));
  }
}

function megabytes(bytes: number): string {
  return `${bytes / 1024 / 1024} MB`;
}
