import { describe, expect, it } from 'vitest';
import { badgeBy, keyIssuer, now, signedBy, statusListBy, type TestIssuer, webIssuer } from '../testing/issuers.ts';
import { gone, notFound, type StubPage, timeout } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import type { Environment } from './environment.ts';
import { verify } from './verify.ts';

const list = 'https://issuer.example/status/1';
const withStatus = { status: { list, index: 4711 } };

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

  it.each([
    ['two minutes', '2025-12-31T23:58:00Z', 'status.good'],
    ['an hour', '2025-12-31T23:00:00Z', 'status.list-not-yet-valid'],
  ])('where the list was signed %s in the future', async (_, clock, code) => {
    const lists = async (issuer: TestIssuer) => ({ [list]: await statusListBy(issuer) });

    const report = await verified(lists, { clock: () => new Date(clock) });

    expect(report.checks.find(({ id }) => id === 'status')?.code).toBe(code);
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
