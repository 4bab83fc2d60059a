import type { CommandContext } from '../command.ts';

/** Sixteen random bytes as hex: with it a hash of an e-mail address cannot be looked up in a list. */
export function freshSalt(random: CommandContext['random']): string {
  return Buffer.from(random(16)).toString('hex');
}
