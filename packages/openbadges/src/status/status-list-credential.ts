import { BadgeError } from '../model/badge-error.ts';
import { isoSeconds } from '../model/iso-seconds.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { type Compression, plainCompression, plainReading } from './compression.ts';
import { decodeStatusList, encodeStatusList, fewestEntries, readStatus } from './status-bits.ts';
import type { StatusEntry, StatusPurpose } from './status-entry.ts';

/** A status list, before it is signed. */
export interface StatusListInput {
  /** Its URL, for ever: credentials name it. */
  id: string;
  issuer: string;
  purpose: StatusPurpose | StatusPurpose[];
  bits: Uint8Array;
  validFrom: Date;
  validUntil?: Date;
  /** Milliseconds a reader may keep it. */
  ttl?: number;
}

/** The unsigned list (Bitstring Status List §2.2); sign it like any credential. */
export function statusListCredential(input: StatusListInput, compression: Compression = plainCompression): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/security/suites/ed25519-2020/v1'],
    id: input.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: input.issuer,
    validFrom: isoSeconds(input.validFrom),
    ...(input.validUntil ? { validUntil: isoSeconds(input.validUntil) } : {}),
    credentialSubject: {
      id: `${input.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: input.purpose,
      encodedList: encodeStatusList(input.bits, compression),
      ...(input.ttl === undefined ? {} : { ttl: input.ttl }),
    },
  };
}

/** What a status list says of one entry. */
export interface StatusReading {
  /** True for a set bit, and for any value but zero where an entry has several. */
  set: boolean;
  value: number;
  message?: string;
  purposes: string[];
  ttl?: number;
  /** Entries in the list. */
  length: number;
  /** Shorter than the specification allows: told as a warning. */
  tooShort: boolean;
}

/**
 * Reads an entry from its list (Bitstring Status List §3.2). `purpose` is the entry's own unless another is asked for.
 *
 * The caller has verified the list's proof, dates and issuer. Throws BadgeError `status.*`.
 */
export function readStatusList(
  list: JsonObject,
  entry: StatusEntry,
  {
    purpose = entry.purpose,
    compression = plainReading,
  }: { purpose?: string; compression?: Pick<Compression, 'gunzip'> } = {},
): StatusReading {
  const subject = asArray(list.credentialSubject).find(isObject);
  const purposes = asArray(subject?.statusPurpose).map(textOf);
  if (typeof subject?.encodedList !== 'string') throw new BadgeError('status.malformed', { member: 'encodedList' });
  if (!purposes.includes(purpose)) throw new BadgeError('status.purpose', { purpose, purposes: purposes.join(', ') });
  const bits = decodeStatusList(subject.encodedList, compression);
  const value = readStatus(bits, entry.index, entry.size);
  const message = entry.messages.find(({ status }) => status === value)?.message;
  const length = Math.floor((bits.length * 8) / entry.size);
  return {
    set: value !== 0,
    value,
    ...(message === undefined ? {} : { message }),
    purposes,
    ...(typeof subject.ttl === 'number' ? { ttl: subject.ttl } : {}),
    length,
    tooShort: length < fewestEntries,
  };
}
