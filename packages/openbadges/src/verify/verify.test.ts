import { describe, expect, it } from 'vitest';
import { bakePng } from '../bake/bake-png.ts';
import { bakeSvg } from '../bake/bake-svg.ts';
import { badgeBy, keyIssuer, profileIssuer, signedBy, statusListBy, webIssuer } from '../testing/issuers.ts';
import { stubFetch } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { checkIds } from './check.ts';
import { fetchFromSnapshot } from './fetch-from-snapshot.ts';
import { verify } from './verify.ts';

const list = 'https://issuer.example/status/1';
const withStatus = { status: { list, index: 4711 } };
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
  'base64',
);

describe('a badge of Open Badges 3.0', () => {
  it.each([
    ['a did:key', keyIssuer, 'key.is-issuer'],
    ['a did:web', webIssuer, 'key.listed'],
    ['an https profile', profileIssuer, 'key.listed'],
  ] as const)('by an issuer that is %s is valid', async (_, make, code) => {
    const issuer = make();
    const document = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(document, environment(issuer.pages));

    expect(report.verdict).toBe('valid');
    expect(codeOf(report, 'key')).toBe(`passed ${code}`);
    expect(report.badge).toMatchObject({ name: 'Facilitator', issuer: { id: issuer.id, name: 'A school' } });
    expect(report.identity).toEqual({ issuer: issuer.id, id: 'https://issuer.example/credentials/1' });
  });

  it('answers the eight questions in their order', async () => {
    const issuer = keyIssuer();

    const report = await verify(await signedBy(issuer, badgeBy(issuer)), environment());

    expect(report.checks.map(({ id }) => id)).toEqual(checkIds);
  });

  it('comes to the same verdict as file, text, picture and parsed document', async () => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, badgeBy(issuer));
    const text = JSON.stringify(document, null, 2);
    const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', text);
    const carriers = [text, Buffer.from(text), document, bakePng(onePixel, text), Buffer.from(svg)];

    const reports = await Promise.all(carriers.map((carrier) => verify(carrier, environment())));

    expect(reports.map(({ verdict }) => verdict)).toEqual(Array(5).fill('valid'));
    expect(reports.map(({ format }) => format.carrier)).toEqual(['json', 'json', 'json', 'png', 'svg']);
    expect(reports[3]?.document).toBe(text);
  });

  it('is read from its address', async () => {
    const issuer = keyIssuer();
    const pages = { 'https://issuer.example/credentials/1': await signedBy(issuer, badgeBy(issuer)) };

    const report = await verify('https://issuer.example/credentials/1', environment(pages));

    expect(report).toMatchObject({ verdict: 'valid', format: { carrier: 'url' } });
    expect(report.requests).toMatchObject([
      { url: 'https://issuer.example/credentials/1', purpose: 'document', status: 200 },
    ]);
    expect(report.snapshot.entries).toHaveLength(1);
  });

  it('is found from the page that shows it', async () => {
    const issuer = keyIssuer();
    const page = '<!doctype html><link rel="alternate" type="application/vc+ld+json" href="/1.json"><p>A badge</p>';
    const pages = {
      'https://issuer.example/show/1': page,
      'https://issuer.example/1.json': await signedBy(issuer, badgeBy(issuer)),
    };

    expect(await verify('https://issuer.example/show/1', environment(pages))).toMatchObject({ verdict: 'valid' });
  });

  it.each([
    ['name of the achievement', '"name":"Facilitator"', '"name":"Director"'],
    ['recipient', '"did:example:learner"', '"did:example:thief"'],
    ['date', '"2026-01-05T10:00:00Z"', '"2020-01-05T10:00:00Z"'],
    ['issuer name', '"name":"A school"', '"name":"Another school"'],
    ['place in the status list', '"4711"', '"4712"'],
  ])('whose %s was changed shows one sentence and nothing else', async (_, original, changed) => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, badgeBy(issuer, withStatus));

    const report = await verify(JSON.stringify(document).replace(original, changed), environment());

    expect(report.verdict).toBe('invalid');
    expect(codeOf(report, 'proof')).toBe('failed proof.tampered');
    expect(report.badge).toBeUndefined();
    expect(report.checks.filter(({ outcome }) => outcome !== 'skipped').map(({ id }) => id)).toEqual([
      'shape',
      'proof',
    ]);
    expect(report.requests).toEqual([]);
  });

  it('before its time is not yet valid, after its time expired', async () => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, badgeBy(issuer, { validUntil: new Date('2026-07-01T00:00:00Z') }));
    const at = async (date: string) => verify(document, environment({}, { clock: () => new Date(date) }));

    const verdicts = await Promise.all(
      ['2026-01-01T00:00:00Z', '2026-06-30T00:00:00Z', '2026-07-02T00:00:00Z'].map(at),
    );

    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['not-yet-valid', 'valid', 'expired']);
  });

  it('that nobody signed is invalid and shows nothing', async () => {
    const report = await verify(badgeBy(keyIssuer()), environment());

    expect(report.verdict).toBe('invalid');
    expect(codeOf(report, 'proof')).toBe('failed proof.missing');
    expect(report.badge).toBeUndefined();
  });

  it('with a proof of an unknown kind could not be checked, and the kind is named', async () => {
    const document = {
      ...badgeBy(keyIssuer()),
      proof: [
        {
          type: 'DataIntegrityProof',
          cryptosuite: 'bbs-2023',
          verificationMethod: 'did:key:z6Mk',
          proofPurpose: 'assertionMethod',
          proofValue: 'u2V0C',
        },
      ],
    };

    const report = await verify(document, environment());

    expect(report.verdict).toBe('could-not-check');
    expect(report.checks[1]).toMatchObject({ code: 'proof.unsupported', values: { suite: 'bbs-2023' } });
    expect(report.checks[1]?.sentence).toContain('bbs-2023');
  });

  it('needs only one of its proofs to be right', async () => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, badgeBy(issuer));
    const proof = [{ type: 'SomethingNew' }, ...document.proof];

    expect((await verify({ ...document, proof }, environment())).verdict).toBe('valid');
  });

  it('whose context lies on localhost is not checked, and nothing is fetched', async () => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, badgeBy(issuer));
    const contexts = [...(document['@context'] as string[]), 'http://localhost:5432/context.json'];
    const fetch = stubFetch({});

    const report = await verify({ ...document, '@context': contexts }, environment({}, { fetch }));

    expect(report.verdict).toBe('could-not-check');
    expect(report.checks[0]).toMatchObject({
      code: 'shape.unknown-context',
      values: { url: 'http://localhost:5432/context.json' },
    });
    expect(fetch.asked).toEqual([]);
  });

  it('that uses 1EdTech types without their context gets the name of what to add', async () => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, badgeBy(issuer));
    const credentialStatus = { id: 'https://issuer.example/revoked', type: '1EdTechRevocationList' };

    const report = await verify({ ...document, credentialStatus }, environment());

    expect(codeOf(report, 'proof')).toBe('failed proof.extensions-missing');
    expect(report.checks[1]?.sentence).toContain('https://purl.imsglobal.org/spec/ob/v3p0/extensions.json');
    expect(report.checks[1]?.remedy).toBeDefined();
  });

  it.each([
    ['issuer', { issuer: undefined }, 'shape.issuer-missing'],
    ['type', { type: ['VerifiableCredential', 'OtherCredential'] }, 'shape.wrong-type'],
    ['date', { validFrom: '5 January' }, 'shape.date-malformed'],
    ['subject', { credentialSubject: [] }, 'shape.member-missing'],
  ])('with a wrong %s is invalid for that reason, although its signature is right', async (_, change, code) => {
    const issuer = keyIssuer();
    const bare = JSON.parse(JSON.stringify({ ...badgeBy(issuer), ...change }));
    // A wrong type has no meaning in any vocabulary, so it is given one.
    const context = [...bare['@context'], { OtherCredential: 'https://issuer.example/OtherCredential' }];
    const document = await signedBy(issuer, { ...bare, '@context': context }).catch(() => bare);

    const report = await verify(document, environment());

    expect(report.verdict).toBe('invalid');
    expect(codeOf(report, 'shape')).toBe(`failed ${code}`);
  });
});

it('a verification can be done again from its snapshot, asking nobody', async () => {
  const issuer = webIssuer();
  const document = await signedBy(issuer, badgeBy(issuer, withStatus));
  const first = await verify(
    document,
    environment({ ...issuer.pages, [list]: await statusListBy(issuer, { set: [4711] }) }),
  );

  const again = await verify(document, environment({}, { fetch: fetchFromSnapshot(first.snapshot) }));

  expect([first.verdict, again.verdict]).toEqual(['revoked', 'revoked']);
  expect(again.snapshot.entries.map(({ digest }) => digest)).toEqual(
    first.snapshot.entries.map(({ digest }) => digest),
  );
});

it('a verification shows the values in between, for people who check the checker', async () => {
  const issuer = keyIssuer();

  const { technical } = await verify(await signedBy(issuer, badgeBy(issuer)), environment());

  expect(technical.proofs).toMatchObject([
    {
      suite: 'eddsa-rdfc-2022',
      verificationMethod: issuer.method,
      documentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      canonicalDocument: expect.stringContaining('OpenBadgeCredential'),
      publicKeyMultibase: issuer.method.split('#')[1],
    },
    { suite: 'Ed25519Signature2020' },
  ]);
});
