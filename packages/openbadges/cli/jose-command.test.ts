import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../src/keys/base64url.ts';
import type { JsonObject } from '../src/model/json.ts';
import { CommandLine } from './testing/command-line.ts';

const controller = 'https://example.issuer/vc-jose-cose';
const pairs = {
  p256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  p384: generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  p521: generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  ed25519: generateKeyPairSync('ed25519'),
};
const jwk = (key: KeyObject) => key.export({ format: 'jwk' });
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
  id: 'http://university.example/credentials/1872',
  type: ['VerifiableCredential', 'ExampleAlumniCredential'],
  issuer: controller,
  validFrom: '2010-01-01T19:23:24Z',
  credentialSchema: { id: 'https://example.org/examples/degree.json', type: 'JsonSchema' },
  credentialSubject: {
    id: 'did:example:123',
    degree: { type: 'BachelorDegree', name: 'Bachelor' },
    phones: ['1', '2'],
  },
};
const envelope = {
  '@context': credential['@context'][0],
  type: 'EnvelopedVerifiableCredential',
  id: 'data:application/vc+jwt,eyJ.e30.AA',
};
const presentation = {
  '@context': credential['@context'],
  type: ['VerifiablePresentation'],
  holder: controller,
  verifiableCredential: [envelope, { ...envelope, id: 'data:application/vc+cose;base64,0oRY' }],
};

describe('badges jose', () => {
  let line: CommandLine;
  beforeEach(() => {
    line = new CommandLine();
    for (const [name, { publicKey, privateKey }] of Object.entries(pairs)) {
      const method = { id: `${controller}#${name}`, type: 'JsonWebKey', controller, publicKeyJwk: jwk(publicKey) };
      line.write(`vm-${name}.json`, { ...method, secretKeyJwk: jwk(privateKey) });
    }
  });
  afterEach(() => line.remove());

  async function jose(
    word: string,
    key: string,
    feature: string,
    input: string | object,
    sd?: string,
  ): Promise<{ code: number; result: string; data: string }> {
    line.write('input', input);
    const more = sd === undefined ? [] : ['--sd', sd];
    const argv = [
      'jose',
      word,
      '--input',
      'input',
      '--key',
      `vm-${key}.json`,
      '--feature',
      feature,
      '--output',
      'out.json',
      ...more,
    ];
    const { code } = await line.run(argv);
    return { code, ...line.json('out.json') };
  }
  const headerOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0] as string, 'base64url').toString());

  it.each([
    ['p256', 'credential_jose', credential, { alg: 'ES256', typ: 'vc+jwt', cty: 'vc' }],
    ['p384', 'credential_jose', credential, { alg: 'ES384', typ: 'vc+jwt', cty: 'vc' }],
    ['p521', 'credential_jose', credential, { alg: 'ES512', typ: 'vc+jwt', cty: 'vc' }],
    ['ed25519', 'credential_jose', credential, { alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc' }],
    ['p521', 'presentation_jose', presentation, { alg: 'ES512', typ: 'vp+jwt', cty: 'vp' }],
    ['p384', 'credential_sdjwt', credential, { alg: 'ES384', typ: 'vc+sd-jwt', cty: 'vc' }],
    ['p384', 'presentation_sdjwt', presentation, { alg: 'ES384', typ: 'vp+sd-jwt', cty: 'vp' }],
  ])('issues with %s a %s, and verifies it', async (key, feature, document, header) => {
    const issued = await jose('issue', key, feature, document);

    const verified = await jose('verify', key, feature, issued.data);

    expect(issued).toMatchObject({ code: 0, result: 'success' });
    expect(headerOf(issued.data)).toEqual({ ...header, kid: `${controller}#${key}` });
    expect([verified.result, JSON.parse(verified.data)]).toEqual(['success', document]);
  });

  it('keeps back what it is told to, and verifies what is left', async () => {
    const issued = await jose(
      'issue',
      'p384',
      'credential_sdjwt',
      credential,
      '["credentialSubject.degree.name", "credentialSubject.phones[0]"]',
    );
    const [head] = issued.data.split('~');

    const all = await jose('verify', 'p384', 'credential_sdjwt', issued.data);
    const some = await jose('verify', 'p384', 'credential_sdjwt', `${head}~`);

    expect(JSON.parse(all.data)).toEqual(credential);
    expect(JSON.parse(some.data).credentialSubject).toEqual({
      id: 'did:example:123',
      degree: { type: 'BachelorDegree' },
      phones: ['2'],
    });
  });

  it('takes a token inside an envelope too', async () => {
    const { data } = await jose('issue', 'p256', 'credential_jose', credential);

    const verified = await jose('verify', 'p256', 'credential_jose', {
      ...envelope,
      id: `data:application/vc+jwt,${data}`,
    });

    expect(verified.result).toBe('success');
  });

  it.each<[string, string, JsonObject]>([
    ['a credential without subject', 'credential_jose', { ...credential, credentialSubject: {} }],
    ['a credential without issuer', 'credential_jose', { ...credential, issuer: undefined }],
    ['a presentation as credential', 'credential_jose', presentation],
    ['a claim vc', 'credential_jose', { ...credential, vc: {} }],
    ['a claim vp', 'credential_sdjwt', { ...credential, vp: {} }],
    ['an issuer that another claim denies', 'credential_jose', { ...credential, iss: 'https://other.example/' }],
    ['a credential that is not secured', 'presentation_jose', { ...presentation, verifiableCredential: [credential] }],
    ['a text as credential', 'presentation_sdjwt', { ...presentation, verifiableCredential: ['eyJ.e30.AA'] }],
    [
      'an envelope of text',
      'presentation_jose',
      { ...presentation, verifiableCredential: [{ ...envelope, id: 'data:text/plain,x' }] },
    ],
  ])('refuses to issue %s', async (_, feature, document) => {
    expect(await jose('issue', 'p256', feature, document)).toMatchObject({ code: 1, result: 'failure' });
  });

  it('refuses a path to nothing', async () => {
    expect(await jose('issue', 'p256', 'credential_sdjwt', credential, '["nowhere"]')).toMatchObject({
      result: 'failure',
      data: 'pointer.missing',
    });
  });

  it.each<[string, (token: string) => string, string]>([
    ['another signature', (token) => `${token.slice(0, -8)}AAAAAAAA`, 'jwt.tampered'],
    ['another typ', (token) => withHeader(token, { alg: 'ES256', typ: 'JWT' }), 'jwt.type-unexpected'],
    ['the typ of a presentation', (token) => withHeader(token, { alg: 'ES256', typ: 'vp+jwt' }), 'jwt.type-unexpected'],
    ['another cty', (token) => withHeader(token, { alg: 'ES256', typ: 'vc+jwt', cty: 'vp' }), 'jwt.type-unexpected'],
    ['no algorithm', (token) => withHeader(token, { alg: 'none', typ: 'vc+jwt' }), 'jwt.algorithm-refused'],
    ['a shared secret', (token) => withHeader(token, { alg: 'HS256', typ: 'vc+jwt' }), 'jwt.algorithm-refused'],
    ['another curve', (token) => withHeader(token, { alg: 'ES384', typ: 'vc+jwt' }), 'jwt.key-wrong-type'],
    ['no signature', (token) => token.split('.').slice(0, 2).join('.'), 'jwt.malformed'],
    ['nothing', () => ' ', 'jwt.malformed'],
    ['the document itself', () => JSON.stringify(credential), 'jwt.malformed'],
  ])('refuses to verify a token with %s', async (_, change, data) => {
    const issued = await jose('issue', 'p256', 'credential_jose', credential);

    expect(await jose('verify', 'p256', 'credential_jose', change(issued.data))).toEqual({
      code: 1,
      result: 'failure',
      data,
    });
  });

  it('checks with the key it was given, not with one that the token brings', async () => {
    const { data } = await jose('issue', 'p256', 'credential_jose', credential);
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey;
    line.write('vm-other.json', { publicKeyJwk: jwk(other) });

    expect(await jose('verify', 'other', 'credential_jose', data)).toMatchObject({
      result: 'failure',
      data: 'jwt.tampered',
    });
  });

  it.each([
    ['p256', 'credential_cose', credential],
    ['ed25519', 'credential_cose', credential],
    ['p384', 'presentation_cose', presentation],
    ['p521', 'presentation_cose', presentation],
  ])('issues with %s a %s, and verifies it', async (key, feature, document) => {
    const issued = await jose('issue', key, feature, document);

    const verified = await jose('verify', key, feature, issued.data);

    expect(Buffer.from(issued.data, 'base64').toString('hex').slice(0, 4)).toBe('d284');
    expect([verified.result, JSON.parse(verified.data)]).toEqual(['success', document]);
  });

  it.each<[string, (bytes: Buffer) => string, string]>([
    ['another signature', (bytes) => changed(bytes, bytes.length - 1), 'jwt.tampered'],
    ['another payload', (bytes) => changed(bytes, bytes.indexOf('Bachelor')), 'jwt.tampered'],
    ['hex', (bytes) => bytes.toString('hex'), 'jwt.malformed'],
    ['no tag', (bytes) => bytes.subarray(1).toString('base64'), 'jwt.malformed'],
    ['an end too early', (bytes) => bytes.subarray(0, -1).toString('base64'), 'jwt.malformed'],
    ['something behind it', (bytes) => Buffer.concat([bytes, Buffer.of(0)]).toString('base64'), 'jwt.malformed'],
    ['what is no base64', () => '{}', 'jwt.malformed'],
  ])('refuses to verify COSE with %s', async (_, change, data) => {
    const issued = await jose('issue', 'p256', 'credential_cose', credential);

    const text = change(Buffer.from(issued.data, 'base64'));

    expect(await jose('verify', 'p256', 'credential_cose', text)).toEqual({ code: 1, result: 'failure', data });
  });

  it('refuses COSE for the other kind of document', async () => {
    const { data } = await jose('issue', 'p256', 'credential_cose', credential);

    expect(await jose('verify', 'p256', 'presentation_cose', data)).toMatchObject({ data: 'jwt.type-unexpected' });
    expect(await jose('verify', 'p384', 'credential_cose', data)).toMatchObject({ data: 'jwt.key-wrong-type' });
  });

  it.each([
    [['jose']],
    [['jose', 'sign', '--output', 'o']],
    [['jose', 'issue']],
    [['jose', 'issue', '--output', 'o']],
    [['jose', 'issue', '--output', 'o', '--feature', 'credential_paper']],
  ])('%j is wrong use', async (argv) => {
    expect((await line.run(argv)).code).toBe(64);
  });
});

function withHeader(token: string, header: JsonObject): string {
  return [encodeBase64url(new TextEncoder().encode(JSON.stringify(header))), ...token.split('.').slice(1)].join('.');
}

function changed(bytes: Buffer, at: number): string {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] as number) ^ 1;
  return copy.toString('base64');
}
