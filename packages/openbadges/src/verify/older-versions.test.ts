import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { at, hostedBadge, jws, type OlderBadge, type OlderVersion, signedBadge } from '../testing/older-badges.ts';
import { gone, movedTo, notFound, type StubPage, timeout } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import type { CheckId, Report } from './report.ts';
import { verify } from './verify.ts';

const hosted: OlderVersion[] = ['0.5', '1.0', '1.1', '2.0'];
const signed = ['1.0', '1.1', '2.0'] as const;
const typed = ['learner@example.org'];

const check = (badge: OlderBadge, pages: Record<string, StubPage> = {}, recipient?: string[]): Promise<Report> =>
  verify(badge.input, environment({ ...badge.pages, ...pages }, { recipient }));

/** The member of each version that says when a badge was awarded. */
const issuedOn = (version: OlderVersion, value: unknown) => ({ [version === '0.5' ? 'issued_on' : 'issuedOn']: value });

/** Whom the badge is about, hashed or not, as the version writes it. */
function recipientOf(version: OlderVersion, identity: string, salt?: string): JsonObject {
  if (version === '0.5') return { recipient: identity, ...(salt === undefined ? {} : { salt }) };
  const hashing = identity.includes('$')
    ? { hashed: true, ...(salt === undefined ? {} : { salt }) }
    : { hashed: false };
  return { recipient: { type: 'email', identity, ...hashing } };
}

const hashed = (algorithm: string, salt = '') =>
  `${algorithm}$${createHash(algorithm).update(`learner@example.org${salt}`).digest('hex')}`;

/** A case: its name, the verdict, what one check comes to, and the badge. */
type Case = [
  name: string,
  verdict: string,
  id: CheckId,
  code: string,
  make: () => [OlderBadge, Record<string, StubPage>?],
];

describe.each(hosted)('a hosted badge of version %s', (version) => {
  const good = hostedBadge(version);
  const changed = (assertion: JsonObject) => hostedBadge(version, { assertion });

  it('is valid at the address of its issuer, for the person it is about', async () => {
    const report = await check(good, {}, typed);

    expect(report).toMatchObject({
      verdict: 'valid',
      format: { version, security: 'hosted' },
      badge: { name: 'Robotics', issuer: { name: 'A school' } },
    });
    expect(report.checks.map(({ outcome }) => outcome)).not.toContain('failed');
    expect(codeOf(report, 'key')).toBe('passed key.hosted-by-issuer');
  });

  it.each<Case>([
    ['its address answers 410', 'revoked', 'status', 'failed status.revoked', () => [good, { [at.assertion]: gone }]],
    [
      'its address says that it is revoked',
      'revoked',
      'status',
      'failed status.revoked-because',
      () => [good, { [at.assertion]: { ...good.assertion, revoked: true, revocationReason: 'Copied' } }],
    ],
    ['its day is over', 'expired', 'dates', 'failed dates.expired', () => [changed({ expires: '2026-05-31' })]],
    [
      'its Unix second is over',
      'expired',
      'dates',
      'failed dates.expired',
      () => [changed({ expires: Date.parse('2026-05-31') / 1000 })],
    ],
    [
      'its instant is over',
      'expired',
      'dates',
      'failed dates.expired',
      () => [changed({ expires: '2026-05-31T00:00:00+02:00' })],
    ],
    ['it ends later', 'valid', 'dates', 'passed dates.current', () => [changed({ expires: '2030-01-01T00:00:00Z' })]],
    [
      'it was awarded by Unix seconds',
      'valid',
      'shape',
      'passed shape.ok',
      () => [changed(issuedOn(version, 1_767_225_600))],
    ],
    ['it was awarded on a day', 'valid', 'shape', 'passed shape.ok', () => [changed(issuedOn(version, '2026-01-01'))]],
    [
      'it will be awarded tomorrow',
      'not-yet-valid',
      'dates',
      'failed dates.not-yet',
      () => [changed(issuedOn(version, '2026-06-02T12:00:00Z'))],
    ],
    [
      'its date is none',
      'invalid',
      'shape',
      'failed shape.date-malformed',
      () => [changed(issuedOn(version, 'last week'))],
    ],
    [
      'its host is slow',
      'could-not-check',
      version === '0.5' ? 'shape' : 'proof',
      `unknown ${version === '0.5' ? 'shape' : 'proof'}.unreachable-timeout`,
      () => [good, { [at.assertion]: timeout }],
    ],
    [
      'its host forgot it',
      'could-not-check',
      version === '0.5' ? 'shape' : 'proof',
      `unknown ${version === '0.5' ? 'shape' : 'proof'}.unreachable-not-found`,
      () => [good, { [at.assertion]: notFound }],
    ],
    [
      'its host leads on within itself',
      'valid',
      'key',
      'passed key.hosted-by-issuer',
      () => [
        good,
        {
          [at.assertion]: movedTo('https://www.issuer.example/badges/1'),
          'https://www.issuer.example/badges/1': good.assertion,
        },
      ],
    ],
  ])('when %s, is %s', async (_, verdict, id, code, make) => {
    const [badge, pages] = make();

    const report = await check(badge, pages);

    // Of the oldest the address is all there is: nothing tells a badge that was taken away from any other page.
    const isLost = version === '0.5' && id === 'status' && code === 'failed status.revoked';
    expect([report.verdict, codeOf(report, id)]).toEqual(
      isLost ? ['could-not-check', 'skipped status.not-reached'] : [verdict, code],
    );
  });

  it.each([
    ['sha256 and salt', hashed('sha256', 'deadsea'), 'deadsea'],
    ['sha256', hashed('sha256'), undefined],
    ['md5 and salt', hashed('md5', 'deadsea'), 'deadsea'],
    ['sha1 and salt', hashed('sha1', 'deadsea'), 'deadsea'],
    ['sha1', hashed('sha1').toUpperCase().replace('SHA1', 'sha1'), undefined],
    ['no hash', 'Learner@Example.org', undefined],
  ])('knows its recipient by %s and nobody else', async (_, identity, salt) => {
    const badge = changed(recipientOf(version, identity, salt));

    const [right, wrong] = [
      await check(badge, {}, ['learner@example.org']),
      await check(badge, {}, ['thief@example.org']),
    ];

    expect([right.verdict, codeOf(right, 'recipient')]).toEqual(['valid', 'passed recipient.match']);
    expect([wrong.verdict, codeOf(wrong, 'recipient')]).toEqual(['invalid', 'failed recipient.no-match']);
  });

  it('on another host than its issuer is invalid', async () => {
    const elsewhere = 'https://impostor.example/1';
    const forged = hostedBadge(version, {
      assertion:
        version === '2.0'
          ? { id: elsewhere }
          : version === '0.5'
            ? {}
            : { id: elsewhere, verify: { type: 'hosted', url: elsewhere } },
    });
    const input = version === '0.5' ? elsewhere : forged.input;

    const report = await verify(input, environment({ ...forged.pages, [elsewhere]: forged.assertion }));

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['invalid', 'failed key.outside-scope']);
  });

  it('whose host leads on to somebody else is not proven', async () => {
    const elsewhere = 'https://impostor.example/1';
    const pages = { [at.assertion]: movedTo(elsewhere), [elsewhere]: good.assertion };

    const report = await check(good, pages);

    // The address of the oldest is the one at which it lay in the end.
    expect([report.verdict, codeOf(report, 'key')]).toEqual(
      version === '0.5' ? ['invalid', 'failed key.outside-scope'] : ['could-not-check', 'warning key.redirected'],
    );
  });
});

describe.each(['1.0', '1.1', '2.0'] as const)('a hosted badge of version %s with documents of its own', (version) => {
  const good = hostedBadge(version);
  const named = (type: string, id: string) => ({ ...(good.pages[type] as JsonObject), id });

  it.each([
    ['badge class', at.badgeClass],
    ['issuer', at.issuer],
  ])('could not be checked when the %s is gone', async (_, url) => {
    const report = await check(good, { [url]: timeout });

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['could-not-check', 'unknown shape.unreachable-timeout']);
  });

  it.each([
    ['badge class', at.badgeClass, 'https://issuer.example/classes/moved'],
    ['issuer', at.issuer, 'https://issuer.example/moved'],
  ])('is valid with a warning when the %s moved and says where', async (_, url, moved) => {
    const page = named(url, moved);

    const report = await check(good, { [url]: page, [moved]: page });

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['valid', 'warning shape.id-differs']);
    expect(report.requests.map((made) => made.url)).toContain(moved);
  });

  it('is not the badge of an issuer that another host claims to be', async () => {
    const impostor = 'https://impostor.example/issuer';
    const forged = hostedBadge(version, { badgeClass: { issuer: impostor } });

    const report = await check(forged, { [impostor]: { ...(forged.pages[at.issuer] as JsonObject), id: at.issuer } });

    expect(report.badge?.issuer.id).not.toBe(impostor);
    expect(report.requests.map((made) => made.url)).toContain(at.issuer);
  });

  it('cannot move to the host of another issuer by saying so', async () => {
    const elsewhere = 'https://impostor.example/1';
    const pointing =
      version === '2.0' ? { id: elsewhere } : { id: elsewhere, verify: { type: 'hosted', url: elsewhere } };
    const forged = hostedBadge(version, { assertion: pointing });
    const claiming = { ...forged.assertion, id: 'https://issuer.example/assertions/never-issued' };

    const report = await check(forged, { [elsewhere]: claiming });

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['invalid', 'failed key.outside-scope']);
  });

  it('may lie with a host that its issuer uses, when both lead on to it', async () => {
    const home = 'https://badges.example';
    const pages = {
      [at.assertion]: movedTo(`${home}/1`),
      [`${home}/1`]: good.assertion,
      [at.issuer]: movedTo(`${home}/issuer`),
      [`${home}/issuer`]: good.pages[at.issuer] as StubPage,
    };

    expect((await check(good, pages)).verdict).toBe('valid');
  });

  it.each([
    ['allowedOrigins names its host', { allowedOrigins: ['issuer.example', 'other.example'] }, 'valid'],
    ['allowedOrigins names another', { allowedOrigins: 'other.example' }, 'invalid'],
    ['startsWith fits', { startsWith: 'https://issuer.example/assertions/' }, 'valid'],
    ['startsWith does not', { startsWith: ['https://issuer.example/other/', 'https://other.example/'] }, 'invalid'],
  ])('where %s', async (_, verification, verdict) => {
    const report = await check(hostedBadge(version, { issuer: { verification } }));

    expect(report.verdict).toBe(verdict);
  });
});

describe.each(signed)('a signed badge of version %s', (version) => {
  const good = signedBadge(version);
  const named = String(good.assertion.id ?? good.assertion.uid);
  const withList = (list: object | string, more: JsonObject = {}): [OlderBadge, Record<string, StubPage>] => [
    signedBadge(version, { issuer: { revocationList: at.revocationList, ...more } }),
    { [at.revocationList]: list },
  ];

  it('is valid by the key of its issuer, for the person it is about', async () => {
    const report = await check(good, {}, typed);

    expect(report).toMatchObject({
      verdict: 'valid',
      format: { version, security: 'signed-jws', carrier: 'jwt' },
      badge: { name: 'Robotics', issuer: { name: 'A school' } },
    });
    expect(codeOf(report, 'key')).toBe(`passed key.${version === '2.0' ? 'listed' : 'hosted-by-issuer'}`);
    expect(codeOf(report, 'recipient')).toBe('passed recipient.match');
  });

  it.each<Case>([
    [
      'a list names it by text',
      'revoked',
      'status',
      'failed status.revoked',
      () => withList({ type: 'RevocationList', issuer: at.issuer, revokedAssertions: ['x', named] }),
    ],
    [
      'a list names it by id, with a reason',
      'revoked',
      'status',
      'failed status.revoked-because',
      () => withList({ revokedAssertions: [{ id: named, revocationReason: 'Copied' }] }),
    ],
    [
      'a list names it by uid',
      'revoked',
      'status',
      'failed status.revoked',
      () => {
        const [badge, pages] = withList({ revokedAssertions: [{ uid: 'abc' }] });
        return [version === '2.0' ? { ...badge, input: jws({ ...badge.assertion, uid: 'abc' }) } : badge, pages];
      },
    ],
    [
      'a map names it by uid',
      'revoked',
      'status',
      'failed status.revoked-because',
      () => {
        const [badge, pages] = withList({ abc: 'Copied' });
        return [version === '2.0' ? { ...badge, input: jws({ ...badge.assertion, uid: 'abc' }) } : badge, pages];
      },
    ],
    [
      'a list names others',
      'valid',
      'status',
      'passed status.good',
      () => withList({ revokedAssertions: ['urn:uuid:1', { id: 'urn:uuid:2' }, { uid: 'abcd' }, null, 7] }),
    ],
    ['a list is empty', 'valid', 'status', 'passed status.good', () => withList({ revokedAssertions: [] })],
    [
      'the list is late',
      'could-not-check',
      'status',
      'unknown status.unreachable-timeout',
      () => [withList({})[0], { [at.revocationList]: timeout }],
    ],
    [
      'the list is a page',
      'could-not-check',
      'status',
      'unknown status.list-malformed',
      () => withList('<html></html>'),
    ],
    [
      'the list is somebody else’s',
      'could-not-check',
      'status',
      'unknown status.other-issuer',
      () => withList({ issuer: 'https://impostor.example/issuer', revokedAssertions: [] }),
    ],
    ['there is no list', 'valid', 'status', 'skipped status.none', () => [good]],
    [
      'its time is over',
      'expired',
      'dates',
      'failed dates.expired',
      () => [signedBadge(version, { assertion: { expires: 1_767_225_601, issuedOn: 1_767_225_600 } })],
    ],
    ['its key is gone', 'could-not-check', 'proof', 'unknown proof.key-unavailable', () => [good, { [at.key]: gone }]],
    [
      'its key is no key',
      'could-not-check',
      'proof',
      'unknown proof.key-unavailable',
      () => [good, { [at.key]: '-----BEGIN PUBLIC KEY-----\nMA==\n-----END PUBLIC KEY-----' }],
    ],
    [
      'another key lies there',
      'invalid',
      'proof',
      'failed proof.tampered',
      () => [good, { [at.key]: otherKey(version) }],
    ],
    [
      'its issuer is gone',
      'could-not-check',
      'shape',
      'unknown shape.unreachable-not-found',
      () => [good, { [at.issuer]: notFound }],
    ],
    [
      'its issuer lists another key',
      'could-not-check',
      'key',
      'warning key.not-listed',
      () => [signedBadge(version, { issuer: { publicKey: 'https://issuer.example/other-key' } })],
    ],
  ])('when %s, is %s', async (_, verdict, id, code, make) => {
    const [badge, pages] = make();

    const report = await check(badge, pages);

    expect([report.verdict, codeOf(report, id)]).toEqual([verdict, code]);
  });

  it('with anything changed in it is invalid and shows nothing', async () => {
    const [head, , tail] = String(good.input).split('.');
    for (const change of [
      { issuedOn: '2020-01-05' },
      { badge: 'https://other.example/' },
      { recipient: { identity: 'x' } },
    ]) {
      const body = Buffer.from(JSON.stringify({ ...good.assertion, ...change })).toString('base64url');

      const report = await verify(`${head}.${body}.${tail}`, environment(good.pages));

      expect([report.verdict, codeOf(report, 'proof'), report.badge]).toEqual([
        'invalid',
        'failed proof.tampered',
        undefined,
      ]);
    }
  });

  it.each(['none', 'HS256'])('by the algorithm %s is refused', async (alg) => {
    const report = await verify(jws(good.assertion, { alg }), environment(good.pages));

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.algorithm-refused']);
  });

  it('by a key on the host of somebody else is not proven', async () => {
    const elsewhere = 'https://impostor.example/key';
    const named =
      version === '2.0'
        ? { verification: { type: 'signed', creator: elsewhere } }
        : { verify: { type: 'signed', url: elsewhere } };
    const badge = signedBadge(version, { assertion: named });

    const report = await check(badge, { [elsewhere]: namelessKey(version, badge) });

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.not-listed']);
  });

  it('by a key that only calls itself like the listed one is not proven', async () => {
    const elsewhere = 'https://impostor.example/key';
    const named =
      version === '2.0'
        ? { verification: { type: 'signed', creator: elsewhere } }
        : { verify: { type: 'signed', url: elsewhere } };
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forged = { ...good.assertion, ...named };
    const input = ['{"alg":"RS256"}', JSON.stringify(forged)]
      .map((part) => Buffer.from(part).toString('base64url'))
      .join('.');
    const token = `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
    const claiming = { id: at.key, owner: at.issuer, publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }) };

    for (const key of [good.pages[at.key] as StubPage, notFound]) {
      const report = await verify(token, environment({ ...good.pages, [elsewhere]: claiming, [at.key]: key }));
      expect(report.verdict).not.toBe('valid');
    }
  });

  it('by a key to which the issuer’s host only leads on is not proven', async () => {
    const leading = 'https://issuer.example/out?to=impostor.example';
    const elsewhere = 'https://impostor.example/key';
    const named =
      version === '2.0'
        ? { verification: { type: 'signed', creator: leading } }
        : { verify: { type: 'signed', url: leading } };
    const badge = signedBadge(version, { assertion: named });

    const report = await check(badge, { [leading]: movedTo(elsewhere), [elsewhere]: namelessKey(version, badge) });

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.not-listed']);
  });

  it('does not become another person’s', async () => {
    const report = await check(good, {}, ['thief@example.org']);

    expect([report.verdict, codeOf(report, 'recipient')]).toEqual(['invalid', 'failed recipient.no-match']);
  });
});

function otherKey(version: OlderVersion): StubPage {
  const pem = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' });
  return version === '2.0' ? { id: at.key, publicKeyPem: pem } : pem;
}

/** The key of a badge as it lies at an address that it does not name itself. */
function namelessKey(version: OlderVersion, badge: OlderBadge): StubPage {
  const page = badge.pages[at.key] as StubPage;
  if (version !== '2.0') return page;
  const { id: _, ...key } = page as JsonObject;
  return key;
}
