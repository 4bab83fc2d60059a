import { readBadge } from '../src/import/read-badge.ts';
import type { FoundDocument } from '../src/import/reading.ts';
import type { CommandContext } from './command.ts';
import { refused } from './command-error.ts';
import { printable } from './printable.ts';
import { readSource } from './read-source.ts';

/** All badges in a file of any kind. Throws a `CommandError` with the reason when there is none. */
export async function findBadges(name: string, context: CommandContext): Promise<FoundDocument[]> {
  const reading = readBadge(await readSource(name, context), { fileName: name });
  if (reading.ok) return reading.documents;
  throw refused(`${printable(name)}: ${reading.sentence}`, reading.remedy);
}

/** The first badge in a file. */
export async function findBadge(name: string, context: CommandContext): Promise<FoundDocument> {
  const [first] = await findBadges(name, context);
  return first as FoundDocument;
}
