import { BadgeError } from '../../src/model/badge-error.ts';
import { loadTrustList } from '../../src/trust/load-trust-list.ts';
import type { TrustList } from '../../src/verify/environment.ts';
import type { CommandContext } from '../command.ts';
import { notPossible, refused } from '../command-error.ts';
import { isOn, textOptions } from '../option-values.ts';
import { printable } from '../printable.ts';
import { readTextSource } from '../read-source.ts';

/** The lists of known issuers that `--trust` names: files or addresses. Throws a `CommandError`. */
export async function readTrustLists(context: CommandContext): Promise<TrustList[]> {
  const lists = await Promise.all(textOptions(context.values, 'trust').map((name) => listsFrom(name, context)));
  return lists.flat();
}

async function listsFrom(name: string, context: CommandContext): Promise<TrustList[]> {
  const source = /^https?:\/\//i.test(name) ? name : await readTextSource(name, context);
  const { values, clock } = context;
  const environment = context.environment({ clock, offline: isOn(values, 'offline') }, textOptions(values, 'allow'));
  try {
    return await loadTrustList(source, environment);
  } catch (error) {
    if (!(error instanceof BadgeError)) throw error;
    if (error.code === 'trust.unreachable') throw notPossible(`The list ${printable(name)} could not be had.`);
    if (error.code !== 'trust.not-a-list') throw error;
    throw refused(
      `${printable(name)} is no list of issuers.`,
      'In its simplest form it has a name and issuers with an id each.',
    );
  }
}
