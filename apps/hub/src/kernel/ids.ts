/** What an id is of. The prefix travels with the id, so that a wrong one is seen at once. */
export const idPrefixes = [
  'per',
  'org',
  'hub',
  'acc',
  'eml',
  'psk',
  'ses',
  'tok',
  'inv',
  'tie',
  'key',
  'fil',
  'evt',
  'out',
  'ach',
  'bat',
  'awd',
  'cod',
  'crd',
  'stl',
  'hld',
  'col',
  'shr',
  'ver',
] as const;

export type IdPrefix = (typeof idPrefixes)[number];
export type Id<P extends IdPrefix = IdPrefix> = `${P}_${string}`;

export type PersonId = Id<'per'>;
export type OrganizationId = Id<'org'>;
/** A person, an organization or the alliance itself. */
export type ActorId = Id<'per' | 'org' | 'hub'>;

/**
 * A UUIDv7 (RFC 9562 §5.7) behind its prefix: 48 bits of milliseconds, 26 bits of sequence, 48 random bits.
 * Written in base 32 (Crockford, lower case), so that it sorts by time and fits a URL in 26 characters.
 */
export function makeId<P extends IdPrefix>(prefix: P, now: Date, sequence: number, random: Uint8Array): Id<P> {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now.getTime() / 2 ** 32));
  view.setUint32(2, now.getTime() % 2 ** 32);
  view.setUint16(6, 0x7000 | ((sequence >>> 14) & 0x0fff));
  view.setUint16(8, 0x8000 | (sequence & 0x3fff));
  bytes.set(random.subarray(0, 6), 10);
  return `${prefix}_${base32(bytes)}`;
}

/**
 * Ids of one process sort as they were made, also within a millisecond (RFC 9562 §6.2, method 1):
 * the sequence begins somewhere at random in each one and counts on.
 */
export function idMaker(
  clock: () => Date,
  random: (bytes: number) => Uint8Array,
): <P extends IdPrefix>(prefix: P) => Id<P> {
  let last = Number.NaN;
  let sequence = 0;
  return (prefix) => {
    const now = clock();
    const bytes = random(10);
    if (now.getTime() === last) sequence++;
    else sequence = new DataView(bytes.buffer, bytes.byteOffset).getUint32(6) >>> 7;
    last = now.getTime();
    return makeId(prefix, now, sequence, bytes);
  };
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

function base32(bytes: Uint8Array): string {
  let number = 0n;
  for (const byte of bytes) number = (number << 8n) | BigInt(byte);
  let text = '';
  for (let place = 0; place < 26; place++) {
    text = alphabet[Number(number & 31n)] + text;
    number >>= 5n;
  }
  return text;
}

export function isId<P extends IdPrefix>(prefix: P, value: string): value is Id<P> {
  return value.startsWith(`${prefix}_`) && /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/.test(value);
}
