import { describe, expect, it } from 'vitest';
import { bakePng } from '../bake/bake-png.ts';
import { bakeSvg } from '../bake/bake-svg.ts';
import { encodeMultikey } from '../keys/multikey.ts';
import type { JsonObject } from '../model/json.ts';
import { generateSigningKey } from '../node.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import {
  badgeBy,
  keyIssuer,
  now,
  profileIssuer,
  signedBy,
  statusListBy,
  type TestIssuer,
  tools,
  webIssuer,
} from '../testing/issuers.ts';
import { gone, notFound, type StubPage, stubFetch, timeout } from '../testing/stub-fetch.ts';
import { checkIds } from './check.ts';
import type { Environment } from './environment.ts';
import { fetchFromSnapshot } from './outside.ts';
import type { CheckId, Report } from './report.ts';
import { verify } from './verify.ts';

const list = 'https://issuer.example/status/1';
const withStatus = { status: { list, index: 4711 } };
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
  'base64',
);

function environment(pages: Record<string, StubPage> = {}, more: Partial<Environment> = {}): Environment {
  return { fetch: stubFetch(pages), clock: () => now, tools, ...more };
}

function codeOf(report: Report, id: CheckId): string {
  const found = report.checks.find((check) => check.id === id);
  return `${found?.outcome} ${found?.code}`;
}

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

describe('the key of a badge', () => {
  it('that is only the fragment of a famous address proves nothing', async () => {
    const famous = profileIssuer('https://famous.edu');
    const own = generateSigningKey('Ed25519');
    const impostor = { ...famous, key: own, method: `https://famous.edu#${encodeMultikey(own.publicKey)}` };
    const document = await signedBy(impostor, badgeBy(famous));

    const report = await verify(document, environment(famous.pages));

    expect(report.verdict).toBe('could-not-check');
    expect(codeOf(report, 'proof')).toBe('passed proof.passed');
    expect(codeOf(report, 'key')).toBe('warning key.not-listed');
    expect(codeOf(report, 'issuer')).toBe('warning issuer.unproven');
  });

  it('that came inside the token proves nothing, unless the issuer publishes it', async () => {
    const issuer = profileIssuer('https://famous.edu/issuer');
    const key = generateSigningKey('P-256');
    const token = await signVcJwt(badgeBy(issuer), { key });
    const jwks = { keys: [{ ...key.publicKey.jwk, kid: '1' }] };

    const impostor = await verify(token, environment(issuer.pages));
    const proven = await verify(
      token,
      environment({ ...issuer.pages, 'https://famous.edu/.well-known/jwks.json': jwks }),
    );

    expect([impostor.verdict, codeOf(impostor, 'key')]).toEqual(['could-not-check', 'warning key.not-listed']);
    expect([proven.verdict, codeOf(proven, 'key')]).toEqual(['valid', 'passed key.listed']);
  });

  it('that another issuer on the same host publishes proves nothing', async () => {
    const issuer = profileIssuer('https://host.example/a');
    const key = generateSigningKey('P-256');
    const token = await signVcJwt(badgeBy(issuer), { key, kid: 'https://host.example/b/keys#1' });
    const jwks = { keys: [{ ...key.publicKey.jwk, kid: '1', iss: 'https://host.example/b' }] };

    const report = await verify(token, environment({ ...issuer.pages, 'https://host.example/b/keys': jwks }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.not-listed']);
  });

  it('at the issuer’s host is found by the address in the token', async () => {
    const issuer = profileIssuer();
    const key = generateSigningKey('RSA');
    const token = await signVcJwt(badgeBy(issuer), { key, kid: 'https://issuer.example/keys#1' });
    const pages = { ...issuer.pages, 'https://issuer.example/keys': { keys: [{ ...key.publicKey.jwk, kid: '1' }] } };

    expect(await verify(token, environment(pages))).toMatchObject({
      verdict: 'valid',
      format: { security: 'vc-jwt', carrier: 'jwt' },
    });
  });

  it('of a somebody else’s did:key is not the issuer’s', async () => {
    const signer = keyIssuer();
    const document = await signedBy(signer, badgeBy(keyIssuer()));

    expect(codeOf(await verify(document, environment()), 'key')).toBe('warning key.not-listed');
  });

  it('that the issuer names as its own may be a did:key', async () => {
    const signer = keyIssuer();
    const id = 'https://issuer.example/profile';
    const document = await signedBy(signer, badgeBy({ id }));
    const pages = { [id]: { id, type: 'Profile', assertionMethod: [signer.method] } };

    expect((await verify(document, environment(pages))).verdict).toBe('valid');
  });

  it('in a document that belongs to somebody else proves nothing', async () => {
    const other = profileIssuer('https://issuer.example/other');
    const id = 'https://issuer.example/profile';
    const document = await signedBy(other, badgeBy({ id }));

    const report = await verify(document, environment({ [id]: other.pages[other.id] as object }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.wrong-document']);
  });

  it.each([
    ['not found', notFound, 'key.unreachable-not-found'],
    ['gone', gone, 'key.unreachable-gone'],
    ['late', timeout, 'key.unreachable-timeout'],
  ])('whose issuer’s document is %s is not proven', async (_, failure, code) => {
    const issuer = webIssuer();
    const document = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(document, environment({ 'https://issuer.example/.well-known/did.json': failure }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', `unknown ${code}`]);
    expect(report.badge?.name).toBe('Facilitator');
  });

  it.each([
    ['revoked', '2026-05-01T00:00:00Z', 'could-not-check', 'warning key.retired'],
    ['expires', '2026-05-01T00:00:00Z', 'could-not-check', 'warning key.retired'],
    ['expires', '2027-05-01T00:00:00Z', 'valid', 'passed key.listed'],
  ])('that is listed and %s at %s', async (member, date, verdict, code) => {
    const issuer = webIssuer();
    const [address, did] = Object.entries(issuer.pages)[0] as [string, { verificationMethod: object[] }];
    const verificationMethod = did.verificationMethod.map((method) => ({ ...method, [member]: date }));
    const document = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(document, environment({ [address]: { ...did, verificationMethod } }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual([verdict, code]);
  });

  it('of an issuer with an http address is not proven', async () => {
    const issuer = profileIssuer('http://issuer.example/profile');
    const document = await signedBy(issuer, badgeBy(issuer));

    expect(codeOf(await verify(document, environment(issuer.pages)), 'key')).toBe('warning key.insecure-address');
  });
});

describe('the status of a badge', () => {
  async function verified(
    pages: (issuer: TestIssuer) => Promise<Record<string, StubPage>>,
    more: Partial<Environment> = {},
    status = withStatus.status,
  ) {
    const issuer = webIssuer();
    const document = await signedBy(issuer, badgeBy(issuer, { status }));
    return verify(document, environment({ ...issuer.pages, ...(await pages(issuer)) }, more));
  }

  it('is good when its bit is not set', async () => {
    const report = await verified(async (issuer) => ({ [list]: await statusListBy(issuer, { set: [4710, 4712] }) }));

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['valid', 'passed status.good']);
    expect(report.requests.map(({ purpose }) => purpose).sort()).toEqual(['did', 'status']);
  });

  it('is revoked when its bit is set', async () => {
    const report = await verified(async (issuer) => ({ [list]: await statusListBy(issuer, { set: [4711] }) }));

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['revoked', 'failed status.revoked']);
    expect(report.badge?.name).toBe('Facilitator');
  });

  it('is suspended when the bit is set in both lists, and revoked when it is set in the first only', async () => {
    const suspensionList = 'https://issuer.example/status/2';
    const lists = (set: number[]) => async (issuer: TestIssuer) => ({
      [list]: await statusListBy(issuer, { set: [4711] }),
      [suspensionList]: await statusListBy(issuer, { url: suspensionList, purpose: 'suspension', set }),
    });
    const status = { ...withStatus.status, suspensionList };

    expect((await verified(lists([4711]), {}, status)).verdict).toBe('suspended');
    expect((await verified(lists([]), {}, status)).verdict).toBe('revoked');
  });

  it.each([
    ['not found', notFound, 'status.unreachable-not-found'],
    ['gone', gone, 'status.unreachable-gone'],
    ['late', timeout, 'status.unreachable-timeout'],
    ['a web page', '<html><body>Hello</body></html>', 'status.list-malformed'],
    ['another document', { id: list }, 'status.list-malformed'],
  ])('could not be checked when its list is %s', async (_, page, code) => {
    const report = await verified(async () => ({ [list]: page }));

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['could-not-check', `unknown ${code}`]);
  });

  it('says three different sentences for not found, gone and late', async () => {
    const reports = await Promise.all(
      [notFound, gone, timeout].map((page) => verified(async () => ({ [list]: page }))),
    );
    const sentences = reports.map(({ checks }) => checks.find(({ id }) => id === 'status')?.sentence);

    expect(new Set(sentences).size).toBe(3);
    for (const sentence of sentences) expect(sentence).toContain(list);
  });

  it('could not be checked when its list was changed', async () => {
    const report = await verified(async (issuer) => {
      const [real, empty] = [await statusListBy(issuer, { set: [4711] }), await statusListBy(issuer)];
      return { [list]: { ...real, credentialSubject: empty.credentialSubject } };
    });

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['could-not-check', 'unknown status.list-invalid']);
  });

  it('could not be checked when its list is by another issuer', async () => {
    const other = webIssuer('other.example');

    const report = await verified(async () => ({ ...other.pages, [list]: await statusListBy(other) }));

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['could-not-check', 'unknown status.other-issuer']);
  });

  it('could not be checked when its list is signed with a key that the issuer does not list', async () => {
    const report = await verified(async (issuer) => ({
      [list]: await statusListBy({ ...keyIssuer(), id: issuer.id }),
    }));

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['could-not-check', 'unknown status.list-unproven']);
  });

  it('could not be checked when its list is out of date, for another purpose, too small or another list', async () => {
    const codes = [];
    for (const [entry, made] of [
      [withStatus.status, { validUntil: new Date('2026-05-01T00:00:00Z') }],
      [withStatus.status, { purpose: 'suspension' }],
      [{ list, index: 131_072 }, {}],
      [withStatus.status, { url: 'https://issuer.example/status/9' }],
    ] as const) {
      const report = await verified(async (issuer) => ({ [list]: await statusListBy(issuer, made) }), {}, entry);
      expect(report.verdict).toBe('could-not-check');
      codes.push(codeOf(report, 'status'));
    }

    expect(codes).toEqual([
      'unknown status.list-outdated',
      'unknown status.wrong-purpose',
      'unknown status.outside-list',
      'unknown status.list-elsewhere',
    ]);
  });

  it('that cannot be asked now is answered as it was last seen, with the date, and never as valid', async () => {
    const issuer = webIssuer();
    const document = await signedBy(issuer, badgeBy(issuer, withStatus));
    const pages = { ...issuer.pages, [list]: await statusListBy(issuer) };
    const { snapshot } = await verify(document, environment(pages));
    const later = new Date('2026-09-01T00:00:00Z');

    const silent = await verify(document, environment({}, { snapshot, clock: () => later }));
    const offline = await verify(document, environment(pages, { snapshot, offline: true }));

    expect(silent).toMatchObject({
      verdict: 'could-not-check',
      lastSeen: { verdict: 'valid', takenAt: now.toISOString() },
    });
    expect(offline).toMatchObject({ verdict: 'could-not-check', lastSeen: { verdict: 'valid' } });
    expect(offline.requests.every(({ failure }) => failure === 'not-allowed-offline')).toBe(true);
  });

  it('is not said to have been seen when the snapshot does not hold it', async () => {
    const issuer = webIssuer();
    const document = await signedBy(issuer, badgeBy(issuer, withStatus));
    const { snapshot } = await verify(document, environment(issuer.pages));

    const report = await verify(document, environment({}, { snapshot }));

    expect(report.lastSeen).toBeUndefined();
  });

  it('of a kind that is not known could not be checked, and the kind is named', async () => {
    const issuer = keyIssuer();
    const bare = badgeBy(issuer);
    const context = [...(bare['@context'] as string[]), { TokenStatusList: 'https://issuer.example/TokenStatusList' }];
    const credentialStatus = { id: 'https://issuer.example/s#1', type: 'TokenStatusList' };
    const document = await signedBy(issuer, { ...bare, '@context': context, credentialStatus });

    const report = await verify(document, environment());

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['could-not-check', 'unknown status.unknown-type']);
  });
});

describe('a 1EdTech revocation list', () => {
  const revocations = 'https://issuer.example/revoked';
  async function verified(page: StubPage) {
    const issuer = webIssuer();
    const bare = badgeBy(issuer);
    const context = [...(bare['@context'] as string[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'];
    const credentialStatus = { id: revocations, type: '1EdTechRevocationList' };
    const document = await signedBy(issuer, { ...bare, '@context': context, credentialStatus });
    return verify(document, environment({ ...issuer.pages, [revocations]: page }));
  }

  it.each([
    [
      'that names the badge revokes it',
      {
        issuer: 'did:web:issuer.example',
        revokedCredential: [{ id: 'https://issuer.example/credentials/1', revocationReason: 'By mistake' }],
      },
      'revoked',
      'failed status.revoked-because',
    ],
    [
      'that does not name the badge leaves it valid',
      { issuer: 'did:web:issuer.example', revokedCredentials: [] },
      'valid',
      'passed status.good',
    ],
    [
      'of another issuer says nothing',
      { issuer: 'did:web:other.example', revokedCredential: [] },
      'could-not-check',
      'unknown status.other-issuer',
    ],
    ['that is none says nothing', { hello: 'world' }, 'could-not-check', 'unknown status.list-malformed'],
    ['that is late says nothing', timeout, 'could-not-check', 'unknown status.unreachable-timeout'],
  ])('%s', async (_, page, verdict, code) => {
    const report = await verified(page);

    expect([report.verdict, codeOf(report, 'status')]).toEqual([verdict, code]);
  });
});

describe('the recipient of a badge', () => {
  it.each([
    ['learner@example.org', 'valid', 'passed recipient.match'],
    [' Learner@Example.ORG ', 'valid', 'passed recipient.match'],
    ['did:example:learner', 'valid', 'passed recipient.match'],
    ['thief@example.org', 'invalid', 'failed recipient.no-match'],
  ])('typed as %s', async (typed, verdict, code) => {
    const issuer = keyIssuer();
    const fetch = stubFetch({});

    const report = await verify(
      await signedBy(issuer, badgeBy(issuer)),
      environment({}, { recipient: [typed], fetch }),
    );

    expect([report.verdict, codeOf(report, 'recipient')]).toEqual([verdict, code]);
    expect(JSON.stringify(report)).not.toContain(typed === 'did:example:learner' ? 'thief' : typed.trim());
    expect(fetch.asked).toEqual([]);
  });

  it('cannot be compared when the badge names only an id and an address was typed', async () => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, badgeBy(issuer, { subject: { id: 'did:example:learner' } }));

    const report = await verify(document, environment({}, { recipient: ['learner@example.org'] }));

    expect([report.verdict, codeOf(report, 'recipient')]).toEqual([
      'could-not-check',
      'unknown recipient.nothing-to-compare',
    ]);
  });
});

describe('the issuer of a badge', () => {
  const trust = [{ name: 'The list', issuers: [{ id: 'did:web:issuer.example', as: 'a member', since: '2024' }] }];

  it('in a list is said to be listed, by whom, as what and since when', async () => {
    const issuer = webIssuer();

    const report = await verify(await signedBy(issuer, badgeBy(issuer)), environment(issuer.pages, { trust }));

    expect(codeOf(report, 'issuer')).toBe('passed issuer.listed-as-since');
    expect(report.checks[6]?.sentence).toBe('Listed by The list as a member since 2024.');
  });

  it('in no list is a warning with reasons, and the badge is valid', async () => {
    const [web, key] = [webIssuer('elsewhere.example'), keyIssuer()];

    const reports = await Promise.all(
      [web, key].map(async (issuer) =>
        verify(await signedBy(issuer, badgeBy(issuer)), environment(issuer.pages, { trust })),
      ),
    );

    expect(reports.map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
    expect(reports.map((report) => codeOf(report, 'issuer'))).toEqual([
      'warning issuer.domain-proven',
      'warning issuer.self-declared',
    ]);
    expect(reports[0]?.checks[6]?.sentence).toContain('elsewhere.example');
  });

  it('is not said to be listed when the key is not proven', async () => {
    const issuer = webIssuer();
    const document = await signedBy({ ...keyIssuer(), id: issuer.id }, badgeBy(issuer));

    expect(codeOf(await verify(document, environment(issuer.pages, { trust })), 'issuer')).toBe(
      'warning issuer.unproven',
    );
  });
});

describe('an endorsement inside a badge', () => {
  const endorsement = (by: TestIssuer, about: string) =>
    signedBy(by, {
      '@context': badgeBy(by)['@context'],
      id: 'https://endorser.example/endorsements/1',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Endorsement',
      issuer: { id: by.id, type: ['Profile'], name: 'A trade body' },
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: { id: about, type: ['EndorsementSubject'], endorsementComment: 'We accept this.' },
    });

  async function endorsed(change: (document: JsonObject) => void, about = 'https://issuer.example/achievements/1') {
    const [issuer, endorser] = [keyIssuer(), keyIssuer()];
    const document: JsonObject = badgeBy(issuer);
    const inner = await endorsement(endorser, about);
    change(inner);
    Object.assign((document.credentialSubject as { achievement: JsonObject }).achievement, { endorsement: [inner] });
    return verify(await signedBy(issuer, document), environment());
  }

  it('has a report of its own', async () => {
    const report = await endorsed(() => undefined);

    expect([report.verdict, codeOf(report, 'endorsements')]).toEqual(['valid', 'passed endorsements.confirmed']);
    expect(report.inner).toMatchObject([
      { role: 'endorsement', report: { verdict: 'valid', badge: { issuer: { name: 'A trade body' } } } },
    ]);
  });

  it('that was changed is a warning and leaves the badge valid', async () => {
    const report = await endorsed((inner) => Object.assign(inner, { name: 'A better endorsement' }));

    expect([report.verdict, codeOf(report, 'endorsements')]).toEqual([
      'valid',
      'warning endorsements.some-unconfirmed',
    ]);
    expect(report.inner[0]?.report.verdict).toBe('invalid');
  });

  it('of something else does not count', async () => {
    const report = await endorsed(() => undefined, 'https://issuer.example/achievements/2');

    expect(codeOf(report, 'endorsements')).toBe('warning endorsements.some-unconfirmed');
  });
});

describe('a presentation', () => {
  const presentation = (credentials: unknown[]) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: credentials,
  });

  it('gives every credential its own report and is as good as the weakest', async () => {
    const issuer = keyIssuer();
    const good = await signedBy(issuer, badgeBy(issuer));
    const token = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${await signVcJwt(badgeBy(issuer), { key: issuer.key, kid: issuer.method })}`,
    };

    const both = await verify(presentation([good, token]), environment());
    const broken = await verify(presentation([good, { ...good, name: 'Changed' }]), environment());

    expect([both.verdict, ...both.inner.map(({ report }) => report.verdict)]).toEqual(['valid', 'valid', 'valid']);
    expect([broken.verdict, ...broken.inner.map(({ report }) => report.verdict)]).toEqual([
      'invalid',
      'valid',
      'invalid',
    ]);
  });

  it('of more credentials than are looked at is not called valid', async () => {
    const issuer = keyIssuer();
    const good = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(presentation(Array(70).fill(good)), environment());

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['could-not-check', 'unknown shape.too-many-inner']);
  });

  it('without credentials is no badge', async () => {
    expect((await verify(presentation([]), environment())).verdict).toBe('could-not-check');
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', '', 'import.empty'],
    ['words', 'hello', 'import.not-understood'],
    ['broken JSON', '{"a":', 'import.broken-json'],
    ['10,000 levels', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 'import.too-deep'],
    ['other JSON', '{"hello":"world"}', 'shape.not-a-badge'],
    ['a list of numbers', '[1,2,3]', 'shape.not-a-badge'],
    ['a picture without a badge', onePixel, 'import.picture-without-badge'],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]), 'import.picture-without-badge'],
    ['a token that is none', 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.AAAA', 'shape.not-a-badge'],
    [
      'a token 10,000 levels deep',
      `eyJhbGciOiJub25lIn0.${Buffer.from('['.repeat(10_000)).toString('base64url')}.AAAA`,
      'import.too-deep',
    ],
    ['an address where nothing is', 'https://nowhere.example/1', 'shape.unreachable-not-found'],
  ])('that is %s gets a sentence and no verdict against it', async (_, input, code) => {
    const report = await verify(input, environment());

    expect(report.verdict).toBe('could-not-check');
    expect(codeOf(report, 'shape')).toBe(`unknown ${code}`);
    expect(report.checks).toHaveLength(8);
    expect(report.badge).toBeUndefined();
  });

  it.each([
    [{ '@context': ['https://www.w3.org/ns/credentials/v2'], type: [], issuer: 4, credentialSubject: 4, proof: 4 }],
    [{ '@context': 'https://www.w3.org/2018/credentials/v1', type: 'VerifiableCredential', proof: [null, 1, {}, []] }],
    [{ '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', recipient: 4, badge: [], issuedOn: {} }],
    [
      {
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'Assertion',
        id: 'https://a.example',
        badge: { issuer: [[]] },
      },
    ],
    [{ recipient: 'x', badge: { issuer: 4 } }],
    [{ type: ['VerifiablePresentation'], verifiableCredential: [null, 1, 'x', [], {}] }],
    [{ type: 'EnvelopedVerifiableCredential', id: 5 }],
    [new Map()],
    [[]],
  ])('%j never throws', async (input) => {
    const report = await verify(input, environment());

    expect(report.verdict).not.toBe('valid');
  });

  it('in a circle never throws', async () => {
    const circle: JsonObject = {};
    circle.self = circle;

    expect((await verify(circle, environment())).verdict).toBe('could-not-check');
  });

  it.each(['none', 'HS256'])('as a token with the algorithm %s is refused', async (alg) => {
    const [, body] = (await signVcJwt(badgeBy(keyIssuer()), { key: generateSigningKey('P-256') })).split('.');
    const head = Buffer.from(JSON.stringify({ alg })).toString('base64url');

    const report = await verify(`${head}.${body}.AAAA`, environment());

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.algorithm-refused']);
  });
});

describe('a badge that somebody signed anew', () => {
  it('after changing it is invalid, although the new signature is right', async () => {
    const [issuer, thief] = [webIssuer(), keyIssuer()];
    const original = await signedBy(issuer, badgeBy(issuer));
    const changed = await signedBy(thief, { ...original, name: 'Director' });

    const report = await verify(changed, environment(issuer.pages));

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.tampered']);
    expect(report.badge).toBeUndefined();
  });

  it('without changing it is still the issuer’s', async () => {
    const [issuer, other] = [webIssuer(), keyIssuer()];
    const both = await signedBy(other, await signedBy(issuer, badgeBy(issuer)));

    expect((await verify(both, environment(issuer.pages))).verdict).toBe('valid');
  });

  it('cannot bring a status list of the other signer', async () => {
    const [issuer, thief] = [webIssuer(), keyIssuer()];
    const both = await signedBy(thief, await signedBy(issuer, badgeBy(issuer, withStatus)));
    const forged = await statusListBy({ ...thief, id: issuer.id });

    const report = await verify(both, environment({ ...issuer.pages, [list]: forged }));

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['could-not-check', 'unknown status.list-unproven']);
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
