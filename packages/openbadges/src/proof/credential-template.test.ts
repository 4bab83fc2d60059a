import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonldCanonicalizer } from '../canon/jsonld-canonicalizer.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import type { JsonObject } from '../model/json.ts';
import { generateSigningKey, nodeTools } from '../node.ts';
import { sampleCredential } from '../testing/sample-credential.ts';
import { compileCredential } from './credential-template.ts';
import { issueCredential } from './issue-credential.ts';
import { verifyProofs } from './verify-proofs.ts';

const tools = nodeTools();
const reference = { ...tools, canonicalizer: jsonldCanonicalizer() };
const key = generateSigningKey('Ed25519');
const issuer = 'did:web:hub.example:issuers:alliance';
const options = {
  key,
  verificationMethod: `${issuer}#${encodeMultikey(key.publicKey)}`,
  created: new Date('2026-01-05T10:00:00Z'),
};
const pointers = [
  '/id',
  '/validFrom',
  '/credentialSubject/id',
  '/credentialSubject/narrative',
  '/credentialSubject/identifier/0/identityHash',
  '/credentialSubject/identifier/0/salt',
  '/credentialSubject/identifier/1/identityHash',
  '/credentialStatus/id',
  '/credentialStatus/statusListIndex',
  '/evidence/0/id',
  '/evidence/0/name',
];
const values = {
  '/id': 'https://hub.example/credentials/2',
  '/validFrom': '2026-02-06T11:00:00Z',
  '/credentialSubject/id': 'did:key:z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG',
  '/credentialSubject/narrative': 'Led the *other* group, at “La Bañera”.',
  '/credentialSubject/identifier/0/identityHash': 'sha256$00',
  '/credentialSubject/identifier/0/salt': 'salt',
  '/credentialSubject/identifier/1/identityHash': 'Bo',
  '/credentialStatus/id': 'https://hub.example/status/1#5',
  '/credentialStatus/statusListIndex': '5',
  '/evidence/0/id': 'https://hub.example/e/2',
  '/evidence/0/name': 'Notes',
};

/** The template must make what the reference makes of the same document. */
async function expectSame(template: Awaited<ReturnType<typeof compileCredential>>, texts: Record<string, string>) {
  const made = await template.issue(texts, options);
  expect(made).toEqual(await issueCredential(template.document(texts), options, reference));
  return made;
}

describe('a compiled credential', () => {
  it('issues what would be issued without it, with other texts in their places', async () => {
    const template = await compileCredential(sampleCredential(), pointers, tools);

    const made = await expectSame(template, values);

    expect(made).toMatchObject({ id: values['/id'], credentialSubject: { id: values['/credentialSubject/id'] } });
    expect(await verifyProofs(made, {}, tools)).toMatchObject({ outcome: 'passed' });
  });

  it('leaves the example as it was, and two credentials share nothing that differs', async () => {
    const example = sampleCredential();
    const before = structuredClone(example);
    const template = await compileCredential(example, pointers, tools);

    const [one, two] = [
      await template.issue(values, options),
      await template.issue({ ...values, '/id': 'urn:x:2' }, options),
    ];

    expect(example).toEqual(before);
    expect([one.id, two.id]).toEqual([values['/id'], 'urn:x:2']);
  });

  it.each([
    ['a quotation mark', '/credentialSubject/narrative', 'She said "yes"'],
    ['a line break', '/credentialSubject/narrative', 'one\r\ntwo\ttabs \\ and \u0000 \u007f'],
    ['an emoji', '/credentialSubject/narrative', '\u{1F600}'],
    ['an empty text', '/evidence/0/name', ''],
    ['an address where the example has a text', '/evidence/0/name', 'https://hub.example/x'],
    ['an address of another kind', '/credentialSubject/id', 'https://people.example/ana'],
    ['the address of something else in the document', '/credentialSubject/id', 'https://hub.example/e/1'],
    ['the same address twice', '/evidence/0/id', values['/credentialSubject/id']],
    ['an address with characters outside ASCII', '/evidence/0/id', 'https://hub.example/é/日本'],
  ])('issues the same with %s', async (_, pointer, text) => {
    const template = await compileCredential(sampleCredential(), pointers, tools);

    await expectSame(template, { ...values, [pointer]: text });
  });

  it.each([
    ['an address that is none', 'no address'],
    ['an address with a space', 'https://hub.example/a b'],
  ])('refuses %s, as without a template', async (_, text) => {
    const template = await compileCredential(sampleCredential(), pointers, tools);
    const document = template.document({ ...values, '/id': text });

    const attempt = template.issue({ ...values, '/id': text }, options);

    await expect(issueCredential(document, options, reference)).rejects.toMatchObject({ code: 'canon.term-undefined' });
    await expect(attempt).rejects.toMatchObject({ code: 'canon.term-undefined' });
  });

  it('issues the same for any texts at all', async () => {
    const template = await compileCredential(sampleCredential(), pointers, tools);
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom('\u2028', '\ufeff', 'e\u0301', '\u202e', '_:b0', '@id', 'Achievement', 'null', '1', 'true'),
    );
    const address = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.uuid().map((id) => `urn:uuid:${id}`),
      fc.constantFrom('https://hub.example/e/1', 'did:web:a.example', issuer),
    );
    const record = Object.fromEntries(
      pointers.map((pointer) => [
        pointer,
        /\/id$/.test(pointer) ? address : pointer === '/validFrom' ? fc.constant(values['/validFrom']) : text,
      ]),
    );

    await fc.assert(
      fc.asyncProperty(fc.record(record), async (texts) => {
        await expectSame(template, texts as Record<string, string>);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200) },
    );
  });

  it('works with every kind of key and suite', async () => {
    const template = await compileCredential(sampleCredential(), pointers, tools);
    for (const [type, suite] of [
      ['P-256', 'ecdsa-rdfc-2019'],
      ['P-384', 'ecdsa-rdfc-2019'],
      ['P-384', 'ecdsa-jcs-2019'],
      ['Ed25519', 'eddsa-jcs-2022'],
    ] as const) {
      const other = generateSigningKey(type);
      const verificationMethod = `${issuer}#${encodeMultikey(other.publicKey)}`;

      const made = await template.issue(values, { ...options, key: other, verificationMethod, suites: [suite] });

      expect(await verifyProofs(made, {}, reference)).toMatchObject({ outcome: 'passed' });
    }
  });

  it('is made of an example whose blank nodes look alike too', async () => {
    const example = sampleCredential();
    const alignment = [1, 2].map(() => ({
      type: ['Alignment'],
      targetName: 'Same',
      targetUrl: 'https://skills.example/1',
    }));
    Object.assign((example.credentialSubject as JsonObject).achievement as JsonObject, { alignment });

    const template = await compileCredential(example, pointers, tools);

    await expectSame(template, values);
  });

  it.each([
    ['leads nowhere', '/credentialSubject/nothing'],
    ['leads to something that is no text', '/credentialSubject'],
    ['is the whole document', ''],
    ['is no pointer', 'id'],
    ['goes through a text', '/id/length'],
    ['goes through the prototype', '/__proto__/constructor'],
  ])('is not made with a pointer that %s', async (_, pointer) => {
    const attempt = compileCredential(sampleCredential(), [pointer], tools);

    await expect(attempt).rejects.toMatchObject({ code: expect.stringMatching(/^(document|pointer)\.invalid$/) });
  });

  it('asks for a text for each of its places', async () => {
    const template = await compileCredential(sampleCredential(), pointers, tools);
    const { '/id': _, ...others } = values;

    const attempt = template.issue(others, options);

    await expect(attempt).rejects.toMatchObject({ code: 'document.invalid', values: { pointer: '/id' } });
  });
});
