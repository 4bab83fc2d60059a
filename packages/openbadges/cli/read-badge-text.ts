import { readBadge } from '../src/import/read-badge.ts';
import type { FoundDocument } from '../src/import/reading.ts';
import type { CommandContext } from './command.ts';
import { notPossible, refused } from './command-error.ts';
import { textOptions } from './option-values.ts';
import { printable } from './printable.ts';
import { readSource } from './read-source.ts';

/** All badges in a file of any kind, or at an address. Throws a `CommandError` with the reason when there is none. */
export async function findBadges(name: string, context: CommandContext): Promise<FoundDocument[]> {
  const bytes = isAddress(name) ? await fetched(name, context) : await readSource(name, context);
  const reading = readBadge(bytes, { fileName: name });
  if (reading.ok) return reading.documents;
  throw refused(`${printable(name)}: ${reading.sentence}`, reading.remedy);
}

/** The first badge in a file. */
export async function findBadge(name: string, context: CommandContext): Promise<FoundDocument> {
  const [first] = await findBadges(name, context);
  return first as FoundDocument;
}

function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

const anyBadge =
  'application/vc, application/ld+json, application/json, image/png;q=0.9, image/svg+xml;q=0.9, */*;q=0.1';

async function fetched(url: string, { environment, values }: CommandContext): Promise<Uint8Array> {
  const { fetch } = environment({}, textOptions(values, 'allow'));
  const answer = await fetch(url, { accept: anyBadge });
  if (answer.ok) return answer.body;
  throw notPossible(`${printable(url)} could not be fetched (${answer.failure.replaceAll('-', ' ')}).`);
}
