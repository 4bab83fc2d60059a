import { BadgeError } from '../../src/model/badge-error.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import type { SdTools } from '../../src/proof/sd/sd-tools.ts';
import { allocateStatusIndex } from '../../src/status/allocate-status-index.ts';
import { fewestEntries, statusBits, writeStatus } from '../../src/status/status-bits.ts';
import { type StatusPurpose, statusEntry } from '../../src/status/status-entry.ts';
import { statusListCredential } from '../../src/status/status-list-credential.ts';
import { secureCredential } from './secure-credential.ts';
import type { VcIssuer } from './vc-issuer.ts';

/** The status lists of the server: they live as long as it does. */
export interface StatusBook {
  /** The entries for a new credential, one for each purpose, all at the same place of their lists. Throws `status.*`. */
  place(issuer: VcIssuer, purposes: readonly StatusPurpose[], credentialId?: string): JsonObject[];
  /** A list of its own for one purpose. Its address is answered. Throws `status.list-full` when there are too many. */
  create(issuer: VcIssuer, purpose: StatusPurpose): string;
  /** The signed list at this address; undefined when there is none. */
  read(url: string): Promise<JsonObject | undefined>;
  /** Sets the status that an entry of a credential names. Throws `status.*`. */
  write(change: StatusChange): void;
}

export interface StatusChange {
  credentialId?: string;
  /** Which of its entries: by purpose, or by the list and the place in it. */
  entry: JsonObject;
  value: boolean | number;
}

interface List {
  url: string;
  issuer: VcIssuer;
  purpose: StatusPurpose;
  bits: Uint8Array;
  size: number;
  /** The list as it stands, signed; made anew after a change. */
  signed?: Promise<JsonObject>;
}

interface Needs {
  origin: string;
  clock: () => Date;
  random: (bytes: number) => Uint8Array;
  tools: SdTools;
}

const messages = ['pending', 'accepted', 'rejected', 'withdrawn'];
const mostLists = 256;
const mostCredentials = 100_000;
/** Milliseconds. */
const ttl = 60_000;

export function statusBook(needs: Needs): StatusBook {
  const lists = new Map<string, List>();
  const taken = new Map<string, Set<number>>();
  const places = new Map<string, { issuer: VcIssuer; index: number }>();

  function listOf(issuer: VcIssuer, purpose: StatusPurpose, name = `${issuer.name}-${purpose}`): List {
    const url = `${needs.origin}/status-lists/${name}`;
    const known = lists.get(url);
    if (known) return known;
    if (issuer.suites.length === 0) throw new BadgeError('status.purpose', { purpose, purposes: 'none' });
    if (lists.size >= mostLists) throw new BadgeError('status.list-full', { entries: String(mostLists) });
    const size = purpose === 'message' ? Math.log2(messages.length) : 1;
    const list: List = { url, issuer, purpose, size, bits: statusBits(fewestEntries, size) };
    lists.set(url, list);
    return list;
  }

  function newIndex({ name }: VcIssuer): number {
    const used = taken.get(name) ?? new Set<number>();
    taken.set(name, used);
    const index = allocateStatusIndex({
      isTaken: (at) => used.has(at),
      random: (below) => new DataView(needs.random(4).slice().buffer).getUint32(0) % below,
    });
    used.add(index);
    return index;
  }

  return {
    place(issuer, purposes, credentialId) {
      const urls = new Map(purposes.map((purpose) => [purpose, listOf(issuer, purpose).url]));
      const index = newIndex(issuer);
      const [oldest] = places.keys();
      if (places.size >= mostCredentials && oldest !== undefined) places.delete(oldest);
      if (credentialId !== undefined) places.set(credentialId, { issuer, index });
      const suspensionList = urls.get('suspension');
      return [...urls].map(([purpose, list]) =>
        statusEntry({
          list,
          index,
          purpose,
          ...(purpose === 'revocation' && suspensionList ? { suspensionList } : {}),
          ...(purpose === 'message' ? { messages } : {}),
        }),
      );
    },
    create: (issuer, purpose) => listOf(issuer, purpose, `${issuer.name}-${purpose}-${lists.size}`).url,
    async read(url) {
      const list = lists.get(url.split('#', 1)[0] as string);
      if (!list) return undefined;
      list.signed ??= signedList(list, needs);
      return list.signed;
    },
    write({ credentialId, entry, value }) {
      const place = credentialId === undefined ? undefined : places.get(credentialId);
      const list = named(entry, place?.issuer, lists);
      const index = place?.index ?? Number(entry.statusListIndex);
      if (!list || !Number.isInteger(index)) throw new BadgeError('status.range', { index: String(index) });
      // Bitstring Status List §2.1: revocation is for good.
      if (list.purpose === 'revocation' && !value)
        throw new BadgeError('status.purpose', { purpose: 'lifting', purposes: list.purpose });
      writeStatus(list.bits, index, value, list.size);
      list.signed = undefined;
    },
  };
}

function named(entry: JsonObject, issuer: VcIssuer | undefined, lists: ReadonlyMap<string, List>): List | undefined {
  if (!isObject(entry)) return undefined;
  const { statusListCredential: url, statusPurpose = 'revocation' } = entry;
  if (typeof url === 'string') return lists.get(url);
  return [...lists.values()].find((list) => list.issuer === issuer && list.purpose === statusPurpose);
}

function signedList({ url, issuer, purpose, bits }: List, { clock, tools }: Needs): Promise<JsonObject> {
  const created = clock();
  const list = statusListCredential({ id: url, issuer: issuer.did, purpose, bits, validFrom: created, ttl });
  return secureCredential(list, issuer, { created }, tools);
}
