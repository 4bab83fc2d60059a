import { exitCodes } from './exit-codes.ts';

/** A sentence for the person who typed the command, and what to do where there is something. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;
  readonly remedy: string | undefined;

  constructor(exitCode: number, sentence: string, remedy?: string) {
    super(sentence);
    this.exitCode = exitCode;
    this.remedy = remedy;
  }
}

/** The command line is wrong: exit code 64. */
export function wrongUse(sentence: string, remedy?: string): CommandError {
  return new CommandError(exitCodes.usage, sentence, remedy);
}

/** The answer is no: exit code 1. */
export function refused(sentence: string, remedy?: string): CommandError {
  return new CommandError(exitCodes.no, sentence, remedy);
}

/** It could not be done, for a reason outside the command line: exit code 2. */
export function notPossible(sentence: string, remedy?: string): CommandError {
  return new CommandError(exitCodes.unknown, sentence, remedy);
}
