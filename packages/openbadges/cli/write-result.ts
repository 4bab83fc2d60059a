import type { CommandContext } from './command.ts';
import { wrongUse } from './command-error.ts';
import { isOn, textOption } from './option-values.ts';
import { printable } from './printable.ts';
import { writeWhole } from './write-whole.ts';

/** The options of every command that makes one thing. */
export const outOptions = {
  out: { type: 'string', short: 'o', value: 'FILE', text: 'Where to write it; standard output unless said.' },
  force: { type: 'boolean', short: 'f', text: 'Replace the file when it is there already.' },
} as const;

/** Writes what a command made to `--out`, or to standard output. */
export function writeResult(content: string | Uint8Array, context: CommandContext): void {
  const { values, stdout, stderr } = context;
  const name = textOption(values, 'out');
  if (name === undefined || name === '-') {
    if (typeof content !== 'string' && stdout.isTerminal)
      throw wrongUse('The result is no text for a terminal.', 'Say where it should go: --out FILE');
    stdout.write(content);
    return;
  }
  writeWhole(name, content, context, { force: isOn(values, 'force') });
  stderr.write(`${printable(name)} written\n`);
}
