import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bakePng } from '../bake/bake-png.ts';
import { conformance } from '../testing/conformance.ts';
import { now, tools } from '../testing/issuers.ts';
import { gone, notFound, type StubPage, stubFetch, timeout } from '../testing/stub-fetch.ts';
import { codeOf } from '../testing/verifying.ts';
import type { Report } from './report.ts';
import { verify } from './verify.ts';

const id = 'https://issuer.example/assertions/1';
const classId = 'https://issuer.example/classes/1';
const issuerId = 'https://issuer.example/issuer';
const recipient = { type: 'email', hashed: false, identity: 'learner@example.org' };

const assertion = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id,
  recipient,
  badge: classId,
  issuedOn: '2026-01-05T10:00:00Z',
  verification: { type: 'hosted' },
};
const badgeClass = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'BadgeClass',
  id: classId,
  name: 'Robotics',
  description: 'For doing things with robots.',
  image: 'https://issuer.example/robot.png',
  criteria: { narrative: 'Build one.' },
  issuer: issuerId,
};
const issuer = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Issuer',
  id: issuerId,
  name: 'A school',
  url: 'https://issuer.example',
  email: 'hello@issuer.example',
};
const pages: Record<string, StubPage> = { [id]: assertion, [classId]: badgeClass, [issuerId]: issuer };

function verified(input: string | object, more: Record<string, StubPage> = {}, typed?: string[]): Promise<Report> {
  return verify(input, { fetch: stubFetch({ ...pages, ...more }), clock: () => now, tools, recipient: typed });
}

describe('a hosted badge of Open Badges 2.0', () => {
  it('is valid when its issuer’s address says the same', async () => {
    const report = await verified(assertion, {}, ['learner@example.org']);

    expect(report).toMatchObject({
      verdict: 'valid',
      format: { version: '2.0', security: 'hosted' },
      badge: { name: 'Robotics', criteria: 'Build one.', issuer: { id: issuerId, name: 'A school' } },
      identity: { issuer: issuerId, id },
    });
    expect(codeOf(report, 'recipient')).toBe('passed recipient.match');
    expect(codeOf(report, 'issuer')).toBe('warning issuer.domain-proven');
  });

  it.each([
    ['its address', id],
    [
      'a picture with it',
      bakePng(
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
          'base64',
        ),
        JSON.stringify(assertion),
      ),
    ],
    [
      'a picture with its address',
      bakePng(
        Buffer.from(
          'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
          'base64',
        ),
        id,
      ),
    ],
  ])('is valid from %s', async (_, input) => {
    expect((await verified(input)).verdict).toBe('valid');
  });

  it.each([
    ['recipient', { recipient: { ...recipient, identity: 'thief@example.org' } }],
    ['badge', { badge: 'https://issuer.example/classes/2' }],
    ['issuedOn', { issuedOn: '2020-01-05T10:00:00Z' }],
  ])('that was changed in its %s shows one sentence and nothing else', async (member, change) => {
    const report = await verified({ ...assertion, ...change });

    expect(report.verdict).toBe('invalid');
    expect(report.checks[1]).toMatchObject({ code: 'proof.hosted-differs', values: { member } });
    expect(report.badge).toBeUndefined();
  });

  it('that its issuer has added to since then shows what the issuer says', async () => {
    const report = await verified(assertion, { [id]: { ...assertion, narrative: 'She led the team.' } });

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['valid', 'warning proof.hosted-changed']);
    expect(report.badge?.narrative).toBe('She led the team.');
  });

  it.each([
    ['answers that it is gone', gone],
    ['says so', { id, revoked: true }],
  ])('is revoked when its address %s', async (_, page) => {
    const report = await verified(assertion, { [id]: page });

    expect([report.verdict, codeOf(report, 'status')]).toEqual(['revoked', 'failed status.revoked']);
  });

  it('is revoked with the reason its issuer gives', async () => {
    const report = await verified(assertion, { [id]: { id, revoked: true, revocationReason: 'Copied work' } });

    expect(report.checks[3]).toMatchObject({ code: 'status.revoked-because', values: { reason: 'Copied work' } });
  });

  it.each([
    ['not found', notFound, 'proof.unreachable-not-found'],
    ['late', timeout, 'proof.unreachable-timeout'],
    ['a web page', '<html></html>', 'proof.unreachable-wrong-type'],
    ['another document', { hello: 'world' }, 'proof.hosted-not-readable'],
  ])('could not be checked when its address is %s', async (_, page, code) => {
    const report = await verified(assertion, { [id]: page });

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['could-not-check', `unknown ${code}`]);
  });

  it.each([
    ['badge class', classId],
    ['issuer', issuerId],
  ])('could not be checked when its %s is late', async (_, address) => {
    const report = await verified(assertion, { [address]: timeout });

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['could-not-check', 'unknown shape.unreachable-timeout']);
  });

  it('is expired after its time', async () => {
    const expired = { ...assertion, expires: '2026-05-01T00:00:00Z' };

    expect((await verified(expired, { [id]: expired })).verdict).toBe('expired');
  });

  it('on somebody else’s host is invalid, whoever it names as issuer', async () => {
    const address = 'https://impostor.example/1';
    const forged = { ...assertion, id: address };

    const report = await verified(forged, { [address]: forged });

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['invalid', 'failed key.outside-scope']);
  });

  it('on somebody else’s host stays invalid when it brings an issuer that allows it', async () => {
    const address = 'https://impostor.example/1';
    const allowing = { ...issuer, verification: { allowedOrigins: ['impostor.example'] } };
    const forged = { ...assertion, id: address, badge: { ...badgeClass, issuer: allowing } };

    const report = await verified(forged, { [address]: forged });

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['invalid', 'failed key.outside-scope']);
  });

  it.each([
    ['allowedOrigins names the host', { allowedOrigins: ['other.example', 'issuer.example'] }, 'valid'],
    ['allowedOrigins names other hosts', { allowedOrigins: ['other.example'] }, 'invalid'],
    ['startsWith fits', { startsWith: ['https://issuer.example/assertions/'] }, 'valid'],
    ['startsWith does not fit', { startsWith: 'https://issuer.example/badges/' }, 'invalid'],
  ])('where %s', async (_, verification, verdict) => {
    const report = await verified(assertion, { [issuerId]: { ...issuer, verification } });

    expect(report.verdict).toBe(verdict);
  });

  it('by an issuer without a web address is intact, and its issuer not proven', async () => {
    const report = await verified(assertion, {
      [classId]: { ...badgeClass, issuer: { ...issuer, id: 'urn:uuid:2d391246' } },
    });

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.issuer-not-web']);
  });

  it.each([
    ['a recipient', { recipient: undefined }, 'shape.member-missing'],
    ['a proper date', { issuedOn: 'yesterday' }, 'shape.date-malformed'],
  ])('without %s is invalid', async (_, change, code) => {
    const wrong = { ...assertion, ...change };

    const report = await verified(wrong, { [id]: wrong });

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['invalid', `failed ${code}`]);
  });
});

describe.skipIf(!conformance.present)('the official samples of older badges', () => {
  const folder = 'ob2/validator-samples/assets';

  /** The sample files, at the addresses they name themselves by. */
  function host(): Record<string, StubPage> {
    const served: Record<string, StubPage> = {};
    for (const path of conformance
      .files(folder)
      .filter((each) => each.endsWith('.json') && !each.includes('context'))) {
      const name = path.split('/').at(-1) as string;
      for (const scheme of ['http', 'https']) served[`${scheme}://example.org/${name}`] = conformance.text(path);
    }
    return served;
  }

  function sample(name: string) {
    return conformance.json(`ob2/validator-samples/${name}`);
  }

  const beth = 'https://example.org/beths-robotics-badge.json';

  it.each([
    ['basic-assertion.json', 'valid'],
    ['basic-assertion-expired.json', 'expired'],
    ['assertion-with-data-image.json', 'valid'],
  ])('%s is %s', async (name, verdict) => {
    const report = await verified(sample(name), { ...host(), [beth]: sample(name) });

    expect(report.verdict).toBe(verdict);
    expect(report.badge?.name).toBe('Awesome Robotics Badge');
  });

  it('the picture holds a valid badge', async () => {
    const picture = conformance.bytes('ob2/validator-samples/simple-badge.png');
    const { evidence: _, ...hosted } = sample('basic-assertion.json');

    const report = await verify(picture, { fetch: stubFetch({ ...host(), [beth]: hosted }), clock: () => now, tools });

    expect(report).toMatchObject({ verdict: 'valid', format: { carrier: 'png', version: '2.0' } });
  });

  it.each([
    ['simple.jwt', 'valid', 'skipped status.none'],
    ['simple-not-revoked.jwt', 'valid', 'passed status.good'],
    ['simple-revoked.jwt', 'revoked', 'failed status.revoked-because'],
  ])('%s is %s', async (name, verdict, status) => {
    const report = await verified(conformance.text(`ob2/validator-samples/${name}`), host());

    expect([report.verdict, codeOf(report, 'status')]).toEqual([verdict, status]);
    expect(report.format).toMatchObject({ version: '2.0', security: 'signed-jws', carrier: 'jwt' });
    expect(codeOf(report, 'key')).toBe('passed key.listed');
  });

  it('a signed badge with one byte changed is invalid', async () => {
    const jws = conformance.text('ob2/validator-samples/simple.jwt').trim();
    const [head, body, tail] = jws.split('.') as [string, string, string];
    const changed = Buffer.from(body, 'base64url').toString().replace('2016', '2017');

    const report = await verified(`${head}.${Buffer.from(changed).toString('base64url')}.${tail}`, host());

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.tampered']);
    expect(report.badge).toBeUndefined();
  });

  it('a signed badge whose issuer lists no key is intact, and its issuer not proven', async () => {
    const { publicKey: _, ...silent } = conformance.json(`${folder}/organization.json`);
    const jws = conformance.text('ob2/validator-samples/simple.jwt');

    const report = await verified(jws, { ...host(), 'https://example.org/organization.json': silent });

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.not-listed']);
  });

  it('a signed badge whose revocation list is late could not be checked', async () => {
    const jws = conformance.text('ob2/validator-samples/simple-revoked.jwt');

    const report = await verified(jws, { ...host(), 'http://example.org/revocation-list.json': timeout });

    expect([report.verdict, codeOf(report, 'status')]).toEqual([
      'could-not-check',
      'unknown status.unreachable-timeout',
    ]);
  });

  it.each([
    ['badgeclass-with-verification', 'valid'],
    ['badgeclass-with-verification-valid-starts-with', 'valid'],
    ['badgeclass-with-verification-valid-multiple-starts-with', 'valid'],
    ['badgeclass-with-verification-invalid-starts-with', 'invalid'],
    ['badgeclass-with-verification-invalid-multiple-starts-with', 'invalid'],
    ['badge-with-bad-issuer', 'could-not-check'],
    ['badgeclass-with-complex-image', 'valid'],
    ['badgeclass-with-language', 'valid'],
    ['badgeclass-with-endorsements', 'valid'],
  ])('an assertion of %s is %s', async (name, verdict) => {
    const hosted = { ...sample('basic-assertion.json'), badge: `https://example.org/${name}.json` };

    expect((await verified(hosted, { ...host(), [beth]: hosted })).verdict).toBe(verdict);
  });

  it('the endorsements of a badge class have reports of their own', async () => {
    const hosted = {
      ...sample('basic-assertion.json'),
      badge: 'https://example.org/badgeclass-with-endorsements.json',
    };

    const report = await verified(hosted, { ...host(), [beth]: hosted });
    const late = await verified(hosted, {
      ...host(),
      [beth]: hosted,
      'https://example.org/endorsement-3.json': timeout,
    });

    expect(codeOf(report, 'endorsements')).toBe('passed endorsements.confirmed');
    expect(report.inner).toMatchObject([
      { role: 'endorsement', report: { verdict: 'valid', badge: { description: 'Pretty good' } } },
      { role: 'endorsement', report: { verdict: 'valid' } },
    ]);
    expect([late.verdict, codeOf(late, 'endorsements')]).toEqual(['valid', 'warning endorsements.some-unconfirmed']);
    expect(late.inner[0]?.report.verdict).toBe('could-not-check');
  });

  it('an issuer of the wrong type makes the badge invalid', async () => {
    const wrong = {
      ...conformance.json('ob2/validator-samples/assets/robotics-badge.json'),
      issuer: 'http://example.org/issuer-invalid-type.json',
    };

    const report = await verified(sample('basic-assertion.json'), {
      ...host(),
      [beth]: sample('basic-assertion.json'),
      'https://example.org/robotics-badge.json': wrong,
    });

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['invalid', 'failed shape.issuer-type']);
  });
});

describe.skipIf(!conformance.present)('one badge in every older version', () => {
  const version = (name: string) => conformance.json(`ob2/versions/${name}.json`);

  it.each(['0_5_assertion', '0_5_1_assertion'])(
    '%s is valid at its address, and without it cannot be checked',
    async (name) => {
      const address = 'http://oldstyle.com/badges/1';

      const hosted = await verified(address, { [address]: version(name) });
      const alone = await verified(version(name));

      expect(hosted).toMatchObject({
        verdict: 'valid',
        format: { version: '0.5' },
        badge: { name: 'Basic McBadge', issuer: { name: 'Basic Issuer' } },
      });
      expect([alone.verdict, codeOf(alone, 'proof')]).toEqual(['could-not-check', 'unknown proof.no-address']);
    },
  );

  it('1.0 is valid at the address it names', async () => {
    const report = await verified(
      version('1_0_basic_assertion'),
      {
        'http://a.com/instance': version('1_0_basic_assertion'),
        'http://a.com/badgeclass': version('1_0_basic_badgeclass'),
        'http://a.com/issuer': version('1_0_basic_issuer'),
      },
      ['test@example.com'],
    );

    expect(report).toMatchObject({
      verdict: 'valid',
      format: { version: '1.0' },
      badge: { name: 'Basic Badge', awardedAt: '2015-04-30T00:00:00Z' },
    });
  });

  it('1.0 with errors is invalid', async () => {
    const report = await verified(version('1_0_assertion_with_errors'), {
      'http://a.com/instance': version('1_0_assertion_with_errors'),
      'http://a.com/badgeclass': version('1_0_basic_badgeclass'),
      'http://a.com/issuer': version('1_0_basic_issuer'),
    });

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['invalid', 'failed shape.member-malformed']);
  });

  it.each(['1_1', '2_0'])('%s is valid', async (name) => {
    const report = await verified(version(`${name}_basic_assertion`), {
      'https://example.org/beths-robotics-badge.json': version(`${name}_basic_assertion`),
      'https://example.org/robotics-badge.json': version(`${name}_basic_badgeclass`),
      'https://example.org/organization.json': version(`${name}_basic_issuer`),
    });

    expect(report).toMatchObject({ verdict: 'valid', format: { version: name.replace('_', '.') } });
  });
});

describe('a signed badge of Open Badges 1.0', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signed = {
    uid: 'abc',
    recipient,
    badge: classId,
    issuedOn: 1_767_225_600,
    verify: { type: 'signed', url: 'https://issuer.example/key.pem' },
  };
  const { id: _i, type: _t, '@context': _c, ...oldClass } = badgeClass;
  const { id: _j, type: _u, '@context': _d, ...oldIssuer } = issuer;
  const servers = {
    [classId]: oldClass,
    [issuerId]: oldIssuer,
    'https://issuer.example/key.pem': publicKey.export({ type: 'spki', format: 'pem' }),
  };

  function jws(payload: object): string {
    const input = [{ alg: 'RS256' }, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
  }

  it('is valid when the key lies with its issuer', async () => {
    const report = await verified(jws(signed), servers);

    expect(report).toMatchObject({
      verdict: 'valid',
      format: { version: '1.0', security: 'signed-jws' },
      badge: { name: 'Robotics' },
    });
    expect(codeOf(report, 'key')).toBe('passed key.hosted-by-issuer');
  });

  it('is not proven when the key lies with somebody else', async () => {
    const elsewhere = { ...signed, verify: { type: 'signed', url: 'https://impostor.example/key.pem' } };
    const pem = servers['https://issuer.example/key.pem'] as string;

    const report = await verified(jws(elsewhere), { ...servers, 'https://impostor.example/key.pem': pem });

    expect([report.verdict, codeOf(report, 'key')]).toEqual(['could-not-check', 'warning key.not-listed']);
  });

  it('is revoked by the map of its issuer', async () => {
    const revocationList = 'https://issuer.example/revoked';

    const report = await verified(jws(signed), {
      ...servers,
      [issuerId]: { ...oldIssuer, revocationList },
      [revocationList]: { abc: 'By mistake' },
    });

    expect(report.verdict).toBe('revoked');
    expect(report.checks[3]?.values.reason).toBe('By mistake');
  });
});
