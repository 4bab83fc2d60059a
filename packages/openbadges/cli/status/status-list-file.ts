import { asArray, isObject, type JsonObject } from '../../src/model/json.ts';
import { textOf } from '../../src/model/text-of.ts';
import { nodeCompression } from '../../src/node/node-compression.ts';
import { decodeStatusList } from '../../src/status/status-bits.ts';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { parseJsonSource } from '../parse-json-source.ts';
import { printable } from '../printable.ts';
import { readTextSource } from '../read-source.ts';

/** A status list credential from a file, unfolded. Its proof is not checked. */
export interface StatusListFile {
  credential: JsonObject;
  id: string;
  subject: JsonObject;
  purposes: string[];
  bits: Uint8Array;
}

/** Throws a `CommandError`, and BadgeError `status.*` for a list that cannot be unfolded. */
export async function readStatusListFile(name: string, context: CommandContext): Promise<StatusListFile> {
  const credential = parseJsonSource(await readTextSource(name, context), name);
  const subject = isObject(credential) ? asArray(credential.credentialSubject).find(isObject) : undefined;
  if (!isObject(credential) || typeof credential.id !== 'string' || typeof subject?.encodedList !== 'string') {
    throw refused(`${printable(name)} is no status list.`, 'Make one with: badges status new');
  }
  const bits = decodeStatusList(subject.encodedList, nodeCompression);
  return { credential, id: credential.id, subject, purposes: asArray(subject.statusPurpose).map(textOf), bits };
}

/** Where the taken places of a list are kept. */
export function placesName(listName: string): string {
  return `${listName}.places`;
}
