import { asArray, isObject } from '../../src/model/json.ts';
import { readStatusEntry } from '../../src/status/status-entry.ts';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { payloadOf } from '../inspect/payload-of.ts';
import { printable } from '../printable.ts';
import { findBadges } from '../read-badge-text.ts';

/** The places that words on the command line mean: numbers, or badges that name their place in this list. */
export async function placesOf(words: readonly string[], list: string, context: CommandContext): Promise<number[]> {
  const places: number[] = [];
  for (const word of words) {
    if (/^\d{1,15}$/.test(word)) places.push(Number(word));
    else places.push(...(await placesInBadge(word, list, context)));
  }
  return places;
}

async function placesInBadge(name: string, list: string, context: CommandContext): Promise<number[]> {
  const documents = (await findBadges(name, context)).map(payloadOf).filter(isObject);
  const entries = documents.flatMap(({ credentialStatus }) =>
    asArray(credentialStatus).filter(isObject).map(readStatusEntry),
  );
  const places = entries.flatMap((entry) =>
    entry && [entry.list, ...entry.references].includes(list) ? [entry.index] : [],
  );
  if (places.length > 0) return places;
  throw refused(`${printable(name)} names no place in the list ${printable(list)}.`);
}
