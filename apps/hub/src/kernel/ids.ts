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
 * A UUIDv7 (RFC 9562 §5.7) behind its prefix: 48 bits of milliseconds, then random bits.
 * Written in base 32 (Crockford, lower case), so that it sorts by time and fits a URL in 26 characters.
 */
export function makeId<P extends IdPrefix>(prefix: P, now: Date, random: Uint8Array): Id<P> {
  const bytes = new Uint8Array(16);
  bytes.set(random.subarray(0, 10), 6);
  new DataView(bytes.buffer).setUint16(0, Math.floor(now.getTime() / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, now.getTime() % 2 ** 32);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return `${prefix}_${base32(bytes)}`;
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
