import { type CommandError, notPossible } from './command-error.ts';
import { printable } from './printable.ts';

type Doing = 'read' | 'written';

const reasons: Record<string, [sentence: string, remedy?: string]> = {
  ENOENT: ['there is no such file', 'Look for a typing mistake; write "…" around names with spaces.'],
  ENOTDIR: ['a part of its path is no folder'],
  EISDIR: ['it is a folder'],
  EACCES: ['it is not allowed'],
  EPERM: ['it is not allowed'],
  EROFS: ['the disk can only be read'],
  ENOSPC: ['the disk is full'],
  EDQUOT: ['the space allowed to you is used up'],
  ENAMETOOLONG: ['its name is too long'],
  ELOOP: ['its links lead in a circle'],
  EMFILE: ['too many files are open'],
  EBUSY: ['another program is using it'],
  EEXIST: ['there is something else of this name'],
};

/** What the operating system said about a file, as a sentence; every other error is given back as it is. */
export function fileTrouble(error: unknown, doing: Doing, name: string): CommandError | unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const reason = reasons[String(error.code)];
  if (!reason) return error;
  const [sentence, remedy] = reason;
  const missingFolder = doing === 'written' && error.code === 'ENOENT';
  return notPossible(
    `${printable(name)} could not be ${doing}: ${missingFolder ? 'its folder does not exist' : sentence}.`,
    missingFolder ? 'Make the folder first.' : remedy,
  );
}
