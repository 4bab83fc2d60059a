import { closeSync, existsSync, linkSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CommandContext } from './command.ts';
import { type CommandError, notPossible } from './command-error.ts';
import { fileTrouble } from './file-trouble.ts';
import { printable } from './printable.ts';

export interface Writing {
  /** Replace what is there; undefined where the command never does. */
  force?: boolean;
  /** Permissions, for example 0o600. */
  mode?: number;
}

/**
 * Writes a file so that it is either there as a whole or not at all: first under a name of its own, then renamed.
 * Without `force` a file that is there stays, also when it appears in the meantime. Throws a `CommandError`.
 */
export function writeWhole(
  name: string,
  content: string | Uint8Array,
  { cwd, random }: Pick<CommandContext, 'cwd' | 'random'>,
  { force, mode = 0o666 }: Writing = {},
): void {
  const path = resolve(cwd, name);
  const part = join(dirname(path), `.${basename(path).slice(0, 100)}.${Buffer.from(random(6)).toString('hex')}.part`);
  try {
    if (!force && existsSync(path)) throw taken(name, force);
    writeNew(part, content, mode);
    place(part, path, force === true);
  } catch (error) {
    rmSync(part, { force: true });
    throw isTaken(error) ? taken(name, force) : fileTrouble(error, 'written', name);
  }
}

function taken(name: string, force: boolean | undefined): CommandError {
  const remedy = `Choose another name${force === undefined ? '' : ', or take --force to replace it'}.`;
  return notPossible(`${printable(name)} is there already.`, remedy);
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}

/** Makes a folder and those above it. Throws a `CommandError`. */
export function makeFolder(name: string, cwd: string): string {
  const path = resolve(cwd, name);
  try {
    mkdirSync(path, { recursive: true });
    return path;
  } catch (error) {
    throw fileTrouble(error, 'written', name);
  }
}

/** Writes a file that must not be there yet. */
export function writeNew(path: string, content: string | Uint8Array, mode = 0o666): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = openSync(path, 'wx', mode);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}

function place(part: string, path: string, force: boolean): void {
  if (force || !linked(part, path)) renameSync(part, path);
  else rmSync(part);
}

/** A second name for the file, which fails where the name is taken. False on sticks and drives that have no links. */
function linked(part: string, path: string): boolean {
  try {
    linkSync(part, path);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) return false;
    throw error;
  }
}
