import { describe, expect, it } from 'vitest';
import { didDocument } from '../did/did-document.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { keyOfMethod } from '../proof/key-of-method.ts';
import { conformance } from '../testing/conformance.ts';
import type { StubPage } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

const folder = 'ob3/validator-samples';
const testlist =
  'https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/inspector-vc/src/test/resources/ob30/bit-string-list/testlist';

/** The document that the issuer of a sample would publish: it lists the keys the sample was signed with. */
function publishedBy(document: JsonObject): Record<string, StubPage> {
  const issuer = String(isObject(document.issuer) ? document.issuer.id : document.issuer);
  const methods = asArray(document.proof)
    .filter(isObject)
    .map(({ verificationMethod }) => String(verificationMethod));
  const keys = methods.map(keyOfMethod).filter((key) => key !== undefined);
  const address = issuer.startsWith('did:web:')
    ? `https://${issuer.slice('did:web:'.length).replaceAll(':', '/')}/did.json`
    : issuer;
  return {
    [address]: didDocument(
      issuer,
      keys.map((publicKey) => ({ publicKey })),
    ),
  };
}

describe.skipIf(!conformance.present)('the official samples of Open Badges 3.0', () => {
  const valid = [
    `${folder}/simple.json`,
    `${folder}/simple_v1.json`,
    `${folder}/simple-eddsa-2022.json`,
    `${folder}/simple-multiple-proofs.json`,
    `${folder}/endorsement-valid.json`,
    'ob3/spec-examples/linked-data-proof-ob-7.json',
  ];

  it.each(valid)('%s is valid when its issuer lists the key, else intact', async (path) => {
    const document = conformance.json(path);

    const proven = await verify(conformance.bytes(path), environment(publishedBy(document)));
    const alone = await verify(conformance.bytes(path), environment());

    expect(proven.verdict).toBe('valid');
    expect([alone.verdict, codeOf(alone, 'proof')]).toEqual(['could-not-check', 'passed proof.passed']);
    expect(alone.badge?.name).toBeTruthy();
  });

  it.each([
    ['simple-err-type.json', 'invalid', 'shape', 'failed shape.wrong-type'],
    ['simple-err-credential-subject-type.json', 'invalid', 'shape', 'failed shape.subject-type'],
    ['simple-err-issuer.json', 'invalid', 'shape', 'failed shape.issuer-missing'],
    ['simple-err-proof-value.json', 'invalid', 'proof', 'failed proof.tampered'],
    ['simple-err-expired.json', 'expired', 'dates', 'failed dates.expired'],
  ] as const)('%s is %s for the reason in its name', async (name, verdict, check, code) => {
    const report = await verify(conformance.bytes(`${folder}/${name}`), environment());

    expect([report.verdict, codeOf(report, check)]).toEqual([verdict, code]);
  });

  it.each([
    ['simple-json.png', 'png', 'data-integrity'],
    ['simple-json.svg', 'svg', 'data-integrity'],
    ['simple-jwt.png', 'png', 'vc-jwt'],
    ['simple-jwt.svg', 'svg', 'vc-jwt'],
  ])('%s is read out of its picture, and its signature holds', async (name, carrier, security) => {
    const report = await verify(conformance.bytes(`${folder}/${name}`), environment());

    expect(report).toMatchObject({ format: { carrier, security, version: '3.0' }, badge: { name: 'Teamwork' } });
    expect(codeOf(report, 'proof')).toBe('passed proof.passed');
    expect(report.verdict).toBe('could-not-check');
  });

  it('simple.jwt names no key and could not be checked', async () => {
    const report = await verify(conformance.bytes(`${folder}/simple.jwt`), environment());

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['could-not-check', 'unknown proof.key-not-named']);
  });

  it('a did:key that is not the issuer’s leaves the issuer unproven', async () => {
    const report = await verify(conformance.bytes(`${folder}/simple-did-key-method.json`), environment());

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.issuer-without-document']);
  });

  it.each(['credential-status-revoked.json', 'credential-status-revoked-blank-nodes.json'])(
    'bit-string-list/%s is revoked by its list',
    async (name) => {
      const path = `${folder}/bit-string-list/${name}`;
      const pages = {
        ...publishedBy(conformance.json(path)),
        [testlist]: conformance.text(`${folder}/bit-string-list/testlist`),
      };

      expect((await verify(conformance.bytes(path), environment(pages))).verdict).toBe('revoked');
    },
  );

  it('credential-status-revoked.json is revoked by its 1EdTech list', async () => {
    const document = conformance.json(`${folder}/credential-status-revoked.json`);
    const status = document.credentialStatus as { id: string };
    const pages = { ...publishedBy(document), [status.id]: { revokedCredential: [{ id: document.id }] } };

    expect((await verify(document, environment(pages))).verdict).toBe('revoked');
  });

  it('complete.json names each of its endorsements', async () => {
    const document = conformance.json(`${folder}/complete.json`);
    const status = document.credentialStatus as { id: string };
    const pages = { ...publishedBy(document), [status.id]: { revokedCredential: [] } };

    const report = await verify(document, environment(pages));

    expect(report.verdict).toBe('valid');
    expect(report.inner).toHaveLength(3);
    expect(codeOf(report, 'endorsements')).toBe('warning endorsements.some-unconfirmed');
    expect(report.badge?.results.length).toBeGreaterThan(0);
    expect(report.badge?.alignments.length).toBeGreaterThan(0);
  });

  it('a status list is not a badge, and is named', async () => {
    const report = await verify(conformance.bytes(`${folder}/bit-string-list/testlist`), environment());

    expect(report.verdict).toBe('could-not-check');
    expect(report.checks[0]?.sentence).toContain('BitstringStatusListCredential');
  });

  it('template-signed.json is intact with both of its proofs', async () => {
    const report = await verify(conformance.bytes('ob3/template-signed.json'), environment());

    expect(codeOf(report, 'proof')).toBe('passed proof.passed');
    expect(report.technical.proofs).toMatchObject([{ outcome: 'passed' }, { outcome: 'passed' }]);
  });

  it.each(conformance.files('ob3/spec-examples'))('%s gets a report', async (path) => {
    const report = await verify(conformance.bytes(path), environment());

    expect(report.checks).toHaveLength(8);
    expect(report.verdict).not.toBe('valid');
  });
});

describe.skipIf(!conformance.present)('the credentials of the Digital Credentials Consortium', () => {
  const signed = conformance
    .files('dcc/docs-examples/example-credentials')
    .filter((path) => path.endsWith('/credential.json'));

  it('are fourteen', () => {
    expect(signed).toHaveLength(14);
  });

  it.each(signed)('%s was valid in its time and is expired now', async (path) => {
    const bytes = conformance.bytes(path);
    const isShort = path.includes('/expired/');

    const then = await verify(bytes, { ...environment(), clock: () => new Date('2024-01-01T00:00:00Z') });
    const today = await verify(bytes, environment());

    const hasEnd = conformance.json(path).expirationDate !== undefined;
    expect(then.verdict).toBe(isShort ? 'expired' : 'valid');
    expect(today.verdict).toBe(hasEnd ? 'expired' : 'valid');
    expect([codeOf(today, 'proof'), codeOf(today, 'key')]).toEqual(['passed proof.passed', 'passed key.is-issuer']);
  });

  it('in a presentation are verified one by one', async () => {
    const report = await verify(
      conformance.bytes('dcc/docs-examples/example-credentials/kerri-lcw-experience-badge.json'),
      environment(),
    );

    expect(report.inner).toMatchObject([{ role: 'credential', report: { verdict: 'valid' } }]);
  });
});

describe.skipIf(!conformance.present)('the samples of CLR 2.0', () => {
  it.each(['simple.json', 'complex.json', 'simple_v1.json', 'simple.jwt'])(
    '%s is intact, and so is every credential in it',
    async (name) => {
      const report = await verify(conformance.bytes(`clr2/samples/${name}`), environment());

      expect(codeOf(report, 'proof')).toBe('passed proof.passed');
      expect(report.inner.length).toBeGreaterThan(0);
      for (const { report: inner } of report.inner) expect(codeOf(inner, 'proof')).not.toContain('failed');
    },
  );

  it('without a proof is invalid', async () => {
    expect((await verify(conformance.bytes('clr2/samples/simple-noproof.json'), environment())).verdict).toBe(
      'invalid',
    );
  });

  it('with a vocabulary nobody knows could not be checked, and the vocabulary is named', async () => {
    const report = await verify(conformance.bytes('clr2/samples/simple_old_safesigned.json'), environment());

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['could-not-check', 'unknown shape.unknown-context']);
  });
});
