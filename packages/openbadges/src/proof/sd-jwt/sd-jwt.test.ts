import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../keys/base64url.ts';
import type { JsonObject } from '../../model/json.ts';
import { generateSigningKey } from '../../node.ts';
import { sampleCredential } from '../../testing/sample-credential.ts';
import { readDisclosure } from './disclosure.ts';
import { readSdJwt } from './read-sd-jwt.ts';
import { reveal } from './reveal.ts';
import { signSdJwt } from './sign-sd-jwt.ts';

const key = generateSigningKey('P-256');
const document = {
  ...sampleCredential(),
  phones: ['1', '2', '3'],
  address: { street: { name: 'High Street', number: 4 }, city: 'Here' },
};
const signed = (...disclosable: string[]) =>
  signSdJwt(document, { key, kid: 'https://a.example/#k', disclosable, randomBytes });
const withDisclosures = (token: string, keep: (at: number) => boolean) => {
  const [head, ...rest] = token.split('~').slice(0, -1);
  return `${[head, ...rest.filter((_, at) => keep(at))].join('~')}~`;
};
const unsigned = (payload: JsonObject, disclosures: unknown[]) => {
  const encode = (value: unknown) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
  return [`${encode({ alg: 'ES256' })}.${encode(payload)}.AA`, ...disclosures.map(encode), ''].join('~');
};

describe('an SD-JWT', () => {
  it.each([
    [[]],
    [['name']],
    [['credentialSubject.narrative', 'evidence[0]']],
    [['address.street.name', 'address.street', 'address']],
    [['phones[0]', 'phones[2]', 'phones']],
  ])('with %j to keep back says everything when everything is shown', async (paths) => {
    const read = readSdJwt(await signed(...paths));

    expect(read?.document).toEqual(document);
  });

  it('does not say what was kept back, in its payload or elsewhere', async () => {
    const token = withDisclosures(await signed('address.street', 'phones[1]'), () => false);

    const read = readSdJwt(token);

    expect(read?.document).toMatchObject({ address: { city: 'Here' }, phones: ['1', '3'] });
    expect(read?.document.address).not.toHaveProperty('street');
    expect(JSON.stringify(read?.token.payload)).not.toContain('High Street');
  });

  it('with a part shown without the whole around it is malformed', async () => {
    const [head, ...rest] = (await signed('address.street.name', 'address')).split('~');
    const inner = rest.find((each) => readDisclosure(each)?.name === 'name');

    expect(readSdJwt(`${head}~${inner}~`)).toBeUndefined();
  });

  it('hides equal values behind different digests, in no order', async () => {
    const twice = { ...document, first: 'same', second: 'same' };
    const options = { key, kid: 'https://a.example/#k', disclosable: ['first', 'second'], randomBytes };

    const digests = readSdJwt(await signSdJwt(twice, options))?.token.payload._sd as string[];

    expect(new Set(digests).size).toBe(2);
    expect(digests).toEqual([...digests].sort());
  });

  it.each(['nowhere', 'phones[9]', 'name.first', 'phones[0][0]', '', '.', 'a..b', '_sd', '__proto__', 'toString'])(
    'cannot keep back %j',
    async (path) => {
      await expect(signed(path)).rejects.toMatchObject({ code: expect.stringMatching(/^pointer\./) });
    },
  );

  it('names a disclosure by the hash that the standard gives', () => {
    const found = readDisclosure('WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0');

    expect(found).toMatchObject({
      name: 'family_name',
      value: 'Möbius',
      digest: 'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
    });
  });

  const shown = ['salt', 'shown', 1];
  const shownToo = ['salt', 'shown', 2];
  const digestOf = (disclosure: unknown[]) =>
    readDisclosure(encodeBase64url(new TextEncoder().encode(JSON.stringify(disclosure))))?.digest;
  const digest = digestOf(shown);
  it.each<[string, JsonObject, unknown[]]>([
    ['a disclosure that nothing asks for', {}, [shown]],
    ['the same disclosure twice', { _sd: [digest] }, [shown, shown]],
    ['the same digest twice', { _sd: [digest, digest] }, [shown]],
    ['the same digest in two places', { _sd: [digest], a: { _sd: [digest] } }, [shown]],
    ['a digest of a name that is taken', { _sd: [digest], shown: 2 }, [shown]],
    ['two digests of one name', { _sd: [digest, digestOf(shownToo)] }, [shown, shownToo]],
    ['a member where an item belongs', { a: [{ '...': digest }] }, [shown]],
    ['an item that says more', { a: [{ '...': digest, b: 1 }] }, []],
    ['digests that are no list', { _sd: 'text' }, []],
    ['digests that are no texts', { _sd: [7] }, []],
    ['another hash', { _sd_alg: 'md5' }, []],
    ['a disclosure of a reserved name', {}, [['salt', '_sd', []]]],
    ['a disclosure that would change its prototype', {}, [['salt', '__proto__', {}]]],
    ['a disclosure without salt', {}, [[7, 'a', 1]]],
    ['a disclosure that is no list', {}, [{ a: 1 }]],
    ['a disclosure that is too long', {}, [['salt', 'a', 1, 2]]],
  ])('with %s is malformed', (_, payload, disclosures) => {
    expect(readSdJwt(unsigned(payload, disclosures))).toBeUndefined();
  });

  it.each(['', '~', 'a.b.c', 'a.b.c~', '~~~', `${'x~'.repeat(2000)}`])('is not %j', (text) => {
    expect(readSdJwt(text)).toBeUndefined();
  });

  it('of any shape is read or refused, without an error', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('_sd', '...', '_sd_alg', 'a', '__proto__'), maxDepth: 6 }),
        (payload) => {
          const read = reveal(payload as JsonObject, []);

          expect(read === undefined || typeof read === 'object').toBe(true);
        },
      ),
    );
  });

  it('nested without end is refused', () => {
    let nested: JsonObject = {};
    for (let depth = 0; depth < 100; depth += 1) nested = { a: nested };

    expect(reveal(nested, [])).toBeUndefined();
  });
});
