import { type StatusEntryInput, statusEntry } from '../../status/status-entry.ts';
import { BadgeError } from '../badge-error.ts';
import { isObject, type JsonObject } from '../json.ts';
import { type Field, url } from './fields.ts';
import { invalid } from './invalid-reasons.ts';

/** A place in a status list, or the address of a 1EdTech revocation list, which only names what is revoked. */
export type StatusInput = StatusEntryInput | { revocationList: string };

/** Open Badges allow one status, where the VC data model allows several. */
export const statusField: Field<StatusInput> = {
  read(input, at) {
    if (Array.isArray(input)) invalid(at, 'more-than-one');
    if (!isObject(input)) invalid(at, 'not-an-object');
    if ('revocationList' in input) {
      return { id: url.read(input.revocationList as string, `${at}/id`), type: '1EdTechRevocationList' };
    }
    return entry(input as StatusEntryInput, at);
  },
};

function entry(input: StatusEntryInput, at: string): JsonObject {
  url.read(input.list, `${at}/statusListCredential`);
  if (input.suspensionList !== undefined) url.read(input.suspensionList, `${at}/statusReference/0`);
  try {
    return statusEntry(input);
  } catch (error) {
    if (error instanceof BadgeError && error.code === 'status.malformed') {
      invalid(`${at}/${error.values.member ?? ''}`, 'malformed');
    }
    throw error;
  }
}
