import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';

/** What a bit says when it is set (Bitstring Status List §2.1). */
export type StatusPurpose = 'revocation' | 'suspension' | 'refresh' | 'message';

/** A place in a status list, as a credential names it. */
export interface StatusEntry {
  type: 'BitstringStatusListEntry' | 'StatusList2021Entry';
  purpose: string;
  index: number;
  list: string;
  /** Bits per entry. */
  size: number;
  messages: { status: number; message: string }[];
  /** Lists with other purposes at the same index; by ours a suspended credential is told from a revoked one. */
  references: string[];
  /** What was tolerated on reading, to be told as a warning. */
  oddities: ('index-is-a-number' | 'id-is-the-list')[];
}

/** Where in a status list a credential has its place. */
export interface StatusEntryInput {
  /** The URL of the list. */
  list: string;
  index: number;
  /** `revocation` unless said. */
  purpose?: StatusPurpose;
  /** A list with purpose `suspension` that shares the index: a suspended credential is told from a revoked one by it. */
  suspensionList?: string;
  /** What each value of an entry means, from 0: 2, 4, 16 … of them make an entry of 1, 2, 4 … bits. */
  messages?: string[];
}

/** The `credentialStatus` of a credential (Bitstring Status List §2.1). Throws `status.malformed`. */
export function statusEntry({ list, index, purpose, suspensionList, messages }: StatusEntryInput): JsonObject {
  if (!Number.isSafeInteger(index) || index < 0) throw malformed('statusListIndex');
  if (!URL.canParse(list)) throw malformed('statusListCredential');
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose ?? (messages ? 'message' : 'revocation'),
    statusListIndex: String(index),
    statusListCredential: list,
    ...(suspensionList === undefined ? {} : { statusReference: [suspensionList] }),
    ...(messages === undefined ? {} : sizeAndMessages(messages)),
  };
}

function sizeAndMessages(messages: string[]): JsonObject {
  const statusSize = Math.log2(messages.length);
  if (!Number.isInteger(statusSize) || statusSize < 1 || statusSize > 8) throw malformed('statusMessage');
  const statusMessage = messages.map((message, value) => ({ status: `0x${value.toString(16)}`, message }));
  return { statusSize, statusMessage };
}

/** Bitstring Status List §2.1 and StatusList2021. Throws `status.malformed`; undefined for another type of status. */
export function readStatusEntry(status: unknown): StatusEntry | undefined {
  if (!isObject(status)) throw new BadgeError('status.malformed', { member: 'credentialStatus' });
  const type = asArray(status.type).find(
    (name) => name === 'BitstringStatusListEntry' || name === 'StatusList2021Entry',
  );
  if (type !== 'BitstringStatusListEntry' && type !== 'StatusList2021Entry') return undefined;
  const { statusPurpose, statusListCredential, statusListIndex, statusSize = 1 } = status;
  if (typeof statusPurpose !== 'string') throw malformed('statusPurpose');
  if (typeof statusListCredential !== 'string' || !URL.canParse(statusListCredential))
    throw malformed('statusListCredential');
  const size = Number(textOf(statusSize));
  if (!Number.isInteger(size) || size < 1 || size > 32) throw malformed('statusSize');
  return {
    type,
    purpose: statusPurpose,
    index: indexOf(statusListIndex),
    list: statusListCredential,
    size,
    messages: messagesOf(status.statusMessage, size),
    references: asArray(status.statusReference).filter((url): url is string => typeof url === 'string'),
    oddities: [
      ...(typeof statusListIndex === 'number' ? (['index-is-a-number'] as const) : []),
      ...(status.id === statusListCredential ? (['id-is-the-list'] as const) : []),
    ],
  };
}

/** A decimal string; real credentials also carry a JSON number. */
function indexOf(value: unknown): number {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw malformed('statusListIndex');
  return Number(text);
}

/** Bitstring Status List §2.1: with more than one bit there is a message for every value. */
function messagesOf(value: unknown, size: number): StatusEntry['messages'] {
  const messages = asArray(value).filter(isObject);
  if (size > 1 && messages.length !== 2 ** size) throw malformed('statusMessage');
  return messages.map(({ status, message }) => {
    if (typeof status !== 'string' || !/^0x[0-9a-f]+$/i.test(status)) throw malformed('statusMessage');
    return { status: Number(status), message: textOf(message) };
  });
}

function malformed(member: string): BadgeError {
  return new BadgeError('status.malformed', { member });
}
