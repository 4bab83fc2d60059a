import { createPrivateKey } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeMultikey } from '../src/keys/multikey.ts';
import { generateSigningKey, importSigningKey } from '../src/node/signing-keys.ts';
import { keyOf } from './key/read-key.ts';
import { CommandLine } from './testing/command-line.ts';

const line = new CommandLine();
afterAll(() => line.remove());

it.each([
  ['ed25519', 'did:key:z6Mk', 'z3u2'],
  ['p256', 'did:key:zDn', 'z42t'],
  ['p384', 'did:key:z82', 'z2fa'],
])('a new key of the kind %s is its own issuer and can be read back', async (type, did, secret) => {
  const { code, out } = await line.run(['keygen', '--type', type, '--out', `${type}.json`]);

  const file = line.json(`${type}.json`);
  const read = keyOf(line.text(`${type}.json`));
  expect(code).toBe(0);
  expect(out).toContain(`issuer  ${did}`);
  expect(file).toMatchObject({ type: 'Multikey', secretKeyMultibase: expect.stringMatching(`^${secret}`) });
  expect(file.id).toBe(`${file.controller}#${file.publicKeyMultibase}`);
  expect(read).toMatchObject({ controller: file.controller, verificationMethod: file.id });
  expect(read.key.publicKey).toEqual(decodeMultikey(file.publicKeyMultibase));
});

it('a new RSA key is a JSON Web Key', async () => {
  await line.run(['keygen', '--type', 'rsa', '--out', 'rsa.json']);

  const file = line.json('rsa.json');
  expect(file).toMatchObject({ type: 'JsonWebKey', controller: expect.stringMatching(/^did:jwk:/) });
  expect(file.publicKeyJwk).not.toHaveProperty('d');
  expect(keyOf(line.text('rsa.json')).key.publicKey.type).toBe('RSA');
});

it.skipIf(process.platform === 'win32')('is readable by its owner alone', async () => {
  await line.run(['keygen', '--out', 'mine.json']);

  expect(statSync(join(line.folder, 'mine.json')).mode & 0o777).toBe(0o600);
});

it('is never overwritten, and says nothing of its secret', async () => {
  await line.run(['keygen', '--out', 'once.json']);
  const before = line.text('once.json');

  const again = await line.run(['keygen', '--out', 'once.json']);

  expect(again.code).toBe(2);
  expect(again.err).toContain('once.json is there already.');
  expect(again.err).not.toContain('--force');
  expect(line.text('once.json')).toBe(before);
  expect(again.out + again.err).not.toContain(JSON.parse(before).secretKeyMultibase);
});

it('of many made at once under one name there is exactly one', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => line.run(['keygen', '--out', 'race.json'])));

  expect(all.filter(({ code }) => code === 0)).toHaveLength(1);
  expect(line.list().filter((name) => name.includes('part'))).toEqual([]);
});

it('belongs to the address of an issuer, and says what to publish where', async () => {
  const { out } = await line.run(['keygen', '--controller', 'https://school.example/badges', '--out', 'web.json']);

  expect(line.json('web.json').controller).toBe('did:web:school.example:badges');
  expect(out).toContain('https://school.example/badges/did.json');
});

it.each([['--controller', 'school'], ['--controller', 'http://school.example'], ['extra.json']])(
  'refuses %s %s',
  async (...argv) => {
    expect(await line.run(['keygen', ...argv, '--out', 'never.json'])).toMatchObject({ code: 64 });
    expect(line.list()).not.toContain('never.json');
  },
);

it('says so when the folder is not there', async () => {
  const { code, err } = await line.run(['keygen', '--out', 'nowhere/key.json']);

  expect(code).toBe(2);
  expect(err).toContain('its folder does not exist');
});

describe('a key is read', () => {
  const key = generateSigningKey('P-256');
  const object = createPrivateKey({ key: Buffer.from(key.exportPkcs8()), format: 'der', type: 'pkcs8' });
  const jwk = object.export({ format: 'jwk' });

  it.each<[form: string, text: string]>([
    ['a private JWK', JSON.stringify(jwk)],
    ['secretKeyJwk', JSON.stringify({ secretKeyJwk: jwk })],
    ['privateKeyJwk', JSON.stringify({ privateKeyJwk: jwk })],
    ['PKCS #8 in PEM', object.export({ format: 'pem', type: 'pkcs8' }).toString()],
    ['SEC 1 in PEM', object.export({ format: 'pem', type: 'sec1' }).toString()],
    ['PEM in JSON', JSON.stringify({ privateKeyPem: object.export({ format: 'pem', type: 'pkcs8' }) })],
  ])('from %s', (_, text) => {
    expect(keyOf(text).key.publicKey).toEqual(key.publicKey);
  });

  it('from the official Ed25519 secret that holds its public key as well', () => {
    const text = 'zrv2bqTbNwCTsRrHFcJCPjVAduh4Ezcnoq1A3ZxH1GWTNkxipLVuaAoMFmze2gFN9oNXfJjufxSHWVZzsJiUsMHFMcx';

    expect(keyOf(text).controller).toBe('did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi');
  });

  it('and signs what others can check', async () => {
    const other = keyOf(JSON.stringify(jwk));
    const bytes = new TextEncoder().encode('signed');

    const { nodeCryptography } = await import('../src/node/node-cryptography.ts');
    const signature = await other.key.sign(bytes);

    expect(await nodeCryptography.verify('ES256', key.publicKey, bytes, signature)).toBe(true);
    expect(importSigningKey(other.key.exportPkcs8()).publicKey).toEqual(key.publicKey);
  });

  const other = generateSigningKey('Ed25519');
  it.each([
    '{}',
    '[]',
    'null',
    '{"secretKeyMultibase":"z"}',
    '{"secretKeyMultibase":"z0OIl"}',
    '{"secretKeyMultibase":"z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"}',
    '{"kty":"EC","crv":"P-256"}',
    '{"kty":"oct","k":"AAAA","d":"AAAA"}',
    '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
    JSON.stringify({ secretKeyJwk: jwk, publicKeyJwk: other.publicKey.jwk }),
    JSON.stringify(key.publicKey.jwk),
    `z${'3u2'.repeat(1000)}`,
  ])('not from %s', async (text) => {
    line.write('no-key.json', text);

    const { code, err } = await line.run(['did', 'key', 'no-key.json']);

    expect(code).toBe(1);
    expect(err).toContain('no-key.json holds no private key');
    expect(err).not.toContain(text.length > 10 ? text.slice(5) : 'secret');
  });
});
