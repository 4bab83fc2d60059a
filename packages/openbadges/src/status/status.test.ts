import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../keys/base64url.ts';
import { nodeCompression } from '../node.ts';
import { conformance } from '../testing/conformance.ts';
import { allocateStatusIndex } from './allocate-status-index.ts';
import { plainCompression } from './compression.ts';
import { readRevocationList, revocationList } from './revocation-list.ts';
import { decodeStatusList, encodeStatusList, readStatus, statusBits, writeStatus } from './status-bits.ts';
import { readStatusEntry, type StatusEntry, statusEntry } from './status-entry.ts';
import { readStatusList, statusListCredential } from './status-list-credential.ts';

const compressions = [
  ['plain JavaScript', plainCompression],
  ['zlib', nodeCompression],
] as const;
const place = { list: 'https://hub.example/status/1', index: 4711, suspensionList: 'https://hub.example/status/2' };
const entry = readStatusEntry(statusEntry(place)) as StatusEntry;

function list(purpose: 'revocation' | 'suspension', ...set: number[]) {
  const bits = statusBits();
  for (const index of set) writeStatus(bits, index, true);
  const id = purpose === 'revocation' ? place.list : place.suspensionList;
  return statusListCredential({
    id,
    issuer: 'did:web:hub.example',
    purpose,
    bits,
    validFrom: new Date(0),
    ttl: 300_000,
  });
}

describe.each(compressions)('a status list through %s', (_, compression) => {
  it('holds the bits that were set, and no others', () => {
    const bits = statusBits();
    for (const index of [0, 7, 8, 4711, 131_071]) writeStatus(bits, index, true);
    writeStatus(bits, 7, false);

    const read = decodeStatusList(encodeStatusList(bits, compression), compression);

    expect(read).toHaveLength(16_384);
    expect([0, 7, 8, 9, 4711, 131_071].map((index) => readStatus(read, index))).toEqual([1, 0, 1, 0, 1, 1]);
  });

  it('is read without its multibase prefix too', () => {
    const encoded = encodeStatusList(statusBits(), compression);

    expect(decodeStatusList(encoded.slice(1), compression)).toHaveLength(16_384);
  });

  it('stops a list that unfolds without end', () => {
    const bomb = `u${encodeBase64url(nodeCompression.gzip(new Uint8Array(64 * 2 ** 20)))}`;

    expect(() => decodeStatusList(bomb, compression)).toThrow(expect.objectContaining({ code: 'status.list-length' }));
  });

  it.each(['', 'u', 'u!!!', 'uAAAA', 'H4sIAAAA', `u${encodeBase64url(new Uint8Array(40).fill(7))}`])(
    'refuses %j',
    (encoded) => {
      expect(() => decodeStatusList(encoded, compression)).toThrow(
        expect.objectContaining({ code: 'status.malformed' }),
      );
    },
  );
});

describe('the place of a credential', () => {
  it('begins with the most significant bit', () => {
    const bits = statusBits();

    writeStatus(bits, 0, true);

    expect(bits[0]).toBe(0x80);
  });

  it('is one status object that tells suspended from revoked', () => {
    expect(statusEntry(place)).toEqual({
      id: 'https://hub.example/status/1#4711',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '4711',
      statusListCredential: 'https://hub.example/status/1',
      statusReference: ['https://hub.example/status/2'],
    });
    const revoked = list('revocation', 4711);
    const suspended = list('suspension', 4711);
    const lifted = list('suspension');

    expect(readStatusList(revoked, entry).set).toBe(true);
    expect(entry.references).toEqual(['https://hub.example/status/2']);
    expect(readStatusList(suspended, entry, { purpose: 'suspension' }).set).toBe(true);
    expect(readStatusList(lifted, entry, { purpose: 'suspension' })).toMatchObject({
      set: false,
      ttl: 300_000,
      tooShort: false,
    });
  });

  it('is not looked for in a list with another purpose', () => {
    expect(() => readStatusList(list('suspension', 4711), entry)).toThrow(
      expect.objectContaining({ code: 'status.purpose' }),
    );
  });

  it.each([131_072, -1, 1.5, Number.NaN])('cannot be %d', (index) => {
    expect(() => readStatusList(list('revocation'), { ...entry, index })).toThrow(
      expect.objectContaining({ code: 'status.range' }),
    );
    expect(() => writeStatus(statusBits(), index, true)).toThrow(expect.objectContaining({ code: 'status.range' }));
  });

  it('may have several bits and a message for each value', () => {
    const messages = ['clear', 'late', 'lost', 'gone'].map((message, i) => ({ status: `0x${i}`, message }));
    const several = readStatusEntry({
      ...statusEntry(place),
      statusListIndex: '3',
      statusSize: 2,
      statusMessage: messages,
    });

    const reading = readStatusList(list('revocation', 6), several as StatusEntry);

    expect(reading).toMatchObject({ value: 2, message: 'lost', set: true, length: 65_536 });
  });

  it('is read from a number, and says that it was one', () => {
    const read = readStatusEntry({ ...statusEntry(place), statusListIndex: 23, id: place.list });

    expect(read).toMatchObject({ index: 23, oddities: ['index-is-a-number', 'id-is-the-list'] });
  });

  it.each([
    ['statusPurpose', undefined],
    ['statusListCredential', 'not a url'],
    ['statusListCredential', undefined],
    ['statusListIndex', '-1'],
    ['statusListIndex', '0x10'],
    ['statusListIndex', ''],
    ['statusListIndex', null],
    ['statusSize', 0],
    ['statusSize', 'many'],
    ['statusMessage', [{ status: '0', message: 'x' }]],
  ])('is malformed with the %s %j', (member, value) => {
    const status = { ...statusEntry(place), [member]: value };

    expect(() => readStatusEntry(status)).toThrow(
      expect.objectContaining({ code: 'status.malformed', values: { member } }),
    );
  });

  it('is malformed with fewer messages than values', () => {
    expect(() => readStatusEntry({ ...statusEntry(place), statusSize: 2 })).toThrow(
      expect.objectContaining({ code: 'status.malformed' }),
    );
  });

  it('is none when the status is of another type', () => {
    expect(readStatusEntry({ id: 'https://a.example/list', type: '1EdTechRevocationList' })).toBeUndefined();
  });
});

describe('a list', () => {
  it('is not made too short for a crowd', () => {
    expect(() => statusBits(100_000)).toThrow(expect.objectContaining({ code: 'status.list-length' }));
    expect(() => encodeStatusList(new Uint8Array(12_500))).toThrow(
      expect.objectContaining({ code: 'status.list-length' }),
    );
  });

  it('is read when it is too short, and says so', () => {
    const short = new Uint8Array(12_500);
    writeStatus(short, 6, true);
    const encodedList = `u${encodeBase64url(plainCompression.gzip(short))}`;
    const document = { credentialSubject: { type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList } };

    expect(readStatusList(document, { ...entry, index: 6 })).toMatchObject({
      set: true,
      tooShort: true,
      length: 100_000,
    });
  });

  it.each([{}, { credentialSubject: [] }, { credentialSubject: { statusPurpose: 'revocation' } }])(
    'is malformed as %j',
    (document) => {
      expect(() => readStatusList(document, entry)).toThrow(expect.objectContaining({ code: 'status.malformed' }));
    },
  );

  it.skipIf(!conformance.present)('of the official samples revokes number 23 and no neighbour', () => {
    const document = conformance.json('ob3/validator-samples/bit-string-list/testlist');
    const at = (index: number) => readStatusList(document, { ...entry, index }).set;

    expect([22, 23, 24].map(at)).toEqual([false, true, false]);
  });
});

describe('a 1EdTech revocation list', () => {
  const revoked = { id: 'https://a.example/c/1', revocationReason: 'Mistake' };

  it('is published under both spellings', () => {
    const entries = [{ id: revoked.id, revoked: true, revocationReason: 'Mistake' }];

    const document = revocationList({
      id: 'https://a.example/revoked',
      issuer: 'did:web:a.example',
      revoked: [{ id: revoked.id, reason: 'Mistake' }],
    });

    expect(document).toMatchObject({ revokedCredential: entries, revokedCredentials: entries });
    expect(readRevocationList(document, revoked.id)).toEqual({ revoked: true, reason: 'Mistake' });
  });

  it.each([
    [{ revokedCredential: [revoked] }, true],
    [{ revokedCredentials: [revoked] }, true],
    [{ revokedCredential: revoked }, true],
    [{ revokedCredential: [revoked.id] }, true],
    [{ revokedCredential: [{ ...revoked, revoked: false }] }, false],
    [{ revokedCredential: [{ id: 'https://a.example/c/2' }] }, false],
    [{ revokedCredential: [] }, false],
  ])('%j: %s', (document, expected) => {
    expect(readRevocationList(document, revoked.id).revoked).toBe(expected);
  });

  it.each([null, [], 'text', {}, { error: 'no such list' }])('is not %j', (document) => {
    expect(() => readRevocationList(document, revoked.id)).toThrow(
      expect.objectContaining({ code: 'status.malformed' }),
    );
  });
});

describe('an entry of several bits', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('of %i bits keeps every value, and its neighbours keep theirs', (size) => {
    const bits = statusBits(131_072, size);
    const values = Array.from({ length: 40 }, (_, at) => (at * 37) % 2 ** size);

    for (const [at, value] of values.entries()) writeStatus(bits, at, value, size);
    writeStatus(bits, 3, 0, size);

    expect(values.map((_, at) => readStatus(bits, at, size))).toEqual(values.with(3, 0));
  });

  it('begins with its highest bit', () => {
    const bits = statusBits(131_072, 4);

    writeStatus(bits, 1, 0b0110, 4);

    expect(bits[0]).toBe(0b0000_0110);
  });

  it.each([
    [0, 4, 2],
    [0, -1, 2],
    [0, 1.5, 2],
    [131_072, 1, 2],
    [-1, 1, 2],
    [0, 1, 0],
  ])('at %d does not take the value %d in %d bits', (index, value, size) => {
    const bits = statusBits(131_072, 2);

    expect(() => writeStatus(bits, index, value, size)).toThrow(expect.objectContaining({ code: 'status.range' }));
    expect(bits.every((byte) => byte === 0)).toBe(true);
  });

  it('says what its values mean, and is read back with the meaning', () => {
    const messages = ['pending', 'accepted', 'rejected', 'withdrawn'];
    const written = statusEntry({ list: place.list, index: 9, messages });
    const bits = statusBits(131_072, 2);
    writeStatus(bits, 9, 2, 2);
    const published = statusListCredential({
      id: place.list,
      issuer: 'did:web:hub.example',
      purpose: ['message'],
      bits,
      validFrom: new Date(0),
    });

    const reading = readStatusList(published, readStatusEntry(written) as StatusEntry);

    expect(written).toMatchObject({ statusPurpose: 'message', statusSize: 2 });
    expect(reading).toMatchObject({ set: true, value: 2, message: 'rejected', tooShort: false });
  });

  it.each([
    ['three messages', { messages: ['a', 'b', 'c'] }],
    ['one message', { messages: ['a'] }],
    ['a place before the first', { index: -1 }],
    ['a list without an address', { list: 'list' }],
  ])('is not made of %s', (_, wrong) => {
    expect(() => statusEntry({ ...place, ...wrong })).toThrow(expect.objectContaining({ code: 'status.malformed' }));
  });
});

describe('a free place', () => {
  it('is drawn again while it is taken', () => {
    const draws = [7, 7, 8];

    const index = allocateStatusIndex({ isTaken: (place) => place === 7, random: () => draws.shift() as number });

    expect(index).toBe(8);
  });

  it('is not looked for without end', () => {
    const attempt = () => allocateStatusIndex({ isTaken: () => true, random: () => 1 });

    expect(attempt).toThrow(expect.objectContaining({ code: 'status.list-full' }));
  });
});
