import { basename, join } from 'node:path';
import type { FoundDocument } from '../src/import/reading.ts';
import type { Command, CommandContext } from './command.ts';
import { wrongUse } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { isOn, textOption } from './option-values.ts';
import { printable, printableLines } from './printable.ts';
import { findBadges } from './read-badge-text.ts';
import { outOptions, writeResult } from './write-result.ts';
import { makeFolder, writeWhole } from './write-whole.ts';

export const unbakeCommand: Command = {
  name: 'unbake',
  summary: 'Take the badge out of a picture, PDF or ZIP.',
  usage: ['unbake FILE [--out FILE]', 'unbake FILE --all --out FOLDER'],
  about: [
    'The badge comes out exactly as it was put in: JSON, a JWT, or the address of a hosted badge. Nothing is verified.',
  ],
  options: {
    ...outOptions,
    all: {
      type: 'boolean',
      short: 'a',
      text: 'All badges in the file, each in a file of its own in the folder --out.',
    },
  },
  examples: [
    { line: 'unbake badge.png', says: 'Show what is in a picture.' },
    { line: 'unbake badge.png --out badge.json', says: 'Keep it in a file.' },
    { line: 'unbake badges.zip --all --out badges', says: 'Take out all badges.' },
  ],
  run: runUnbake,
};

async function runUnbake(context: CommandContext): Promise<number> {
  const { args, values, stderr } = context;
  const [name, extra] = args;
  if (name === undefined || extra !== undefined)
    throw wrongUse('Name one file.', 'For example: badges unbake badge.png');
  const found = await findBadges(name, context);
  if (isOn(values, 'all')) return writeAll(name, found, context);
  const [first] = found as [FoundDocument];
  writeResult(carriedText(first.text, context), context);
  if (found.length > 1) stderr.write(`${printable(name)} holds ${found.length} badges; --all takes out all of them.\n`);
  return exitCodes.good;
}

/** Byte for byte into a file or pipe; a terminal gets nothing that it would obey. */
function carriedText(text: string, { values, stdout }: CommandContext): string {
  if (textOption(values, 'out') !== undefined) return text;
  return `${stdout.isTerminal ? printableLines(text) : text}\n`;
}

const endings: Record<FoundDocument['form'], string> = { json: 'json', jws: 'jwt', url: 'txt' };

/** Names come from the file that was named and never from inside it: those could lead anywhere. */
function writeAll(name: string, found: FoundDocument[], context: CommandContext): number {
  const out = textOption(context.values, 'out');
  if (out === undefined) throw wrongUse('Say into which folder: --out FOLDER');
  makeFolder(out, context.cwd);
  const stem = name === '-' ? 'badge' : basename(name).replace(/\.[^.]*$/, '');
  for (const [at, { form, text }] of found.entries()) {
    const number = String(at + 1).padStart(String(found.length).length, '0');
    const path = join(out, `${stem}-${number}.${endings[form]}`);
    writeWhole(path, text, context, { force: isOn(context.values, 'force') });
    context.stdout.write(`${printable(path)}\n`);
  }
  return exitCodes.good;
}
