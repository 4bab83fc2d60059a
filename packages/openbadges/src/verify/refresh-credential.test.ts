import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { badgeBy, keyIssuer, signedBy, statusListBy, webIssuer } from '../testing/issuers.ts';
import { type StubPage, timeout } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import type { Check, Report } from './report.ts';
import { verify } from './verify.ts';

const url = 'https://issuer.example/credentials/1/current';
const extensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

function offering(document: JsonObject, more: JsonObject = {}): JsonObject {
  const contexts = [...(document['@context'] as unknown[]), extensions];
  const refreshService = { id: url, type: '1EdTechCredentialRefresh' };
  return { ...document, '@context': contexts, refreshService, ...more };
}

const notes = (report: Report) => ((report.technical.notes ?? []) as Check[]).map(({ code }) => code);

/** A badge that expired, and whatever its refresh service answers. */
async function refreshed(answer: (issuer: ReturnType<typeof keyIssuer>) => Promise<StubPage> | StubPage) {
  const issuer = keyIssuer();
  const old = await signedBy(issuer, offering(badgeBy(issuer), { validUntil: '2026-02-01T00:00:00Z' }));
  const world = environment({ [url]: await answer(issuer) });
  return { report: await verify(old, world), old };
}

const renewed = (issuer: { id: string }, more: JsonObject = {}) =>
  offering(badgeBy(issuer), { validFrom: '2026-02-01T00:00:00Z', name: 'Facilitator, renewed', ...more });

describe('a badge with a refresh service of 1EdTech', () => {
  it('is checked in the version that the issuer offers now, and the report says so', async () => {
    const { report, old } = await refreshed((issuer) => signedBy(issuer, renewed(issuer)));

    expect(report.verdict).toBe('valid');
    expect(notes(report)).toContain('status.refreshed');
    expect(JSON.parse(report.document ?? '')).toMatchObject({ name: 'Facilitator, renewed' });
    expect(report.technical.original).toBe(JSON.stringify(old));
    expect(report.requests).toMatchObject([{ url, purpose: 'refresh', status: 200 }]);
  });

  it('may be refreshed by a token', async () => {
    const { report } = await refreshed((issuer) => signVcJwt(renewed(issuer), { key: issuer.key, kid: issuer.method }));

    expect([report.verdict, report.format.security]).toEqual(['valid', 'vc-jwt']);
  });

  it('is asked for once, also when the newer version offers another', async () => {
    const { report } = await refreshed((issuer) =>
      signedBy(issuer, renewed(issuer, { refreshService: { id: `${url}/2`, type: '1EdTechCredentialRefresh' } })),
    );

    expect(report.requests.map((made) => made.url)).toEqual([url]);
  });

  it('is revoked when its newer version is', async () => {
    const list = 'https://issuer.example/status/1';
    const issuer = keyIssuer();
    const newer = await signedBy(issuer, offering(badgeBy(issuer, { status: { list, index: 3 } })));
    const world = environment({ [url]: newer, [list]: await statusListBy(issuer, { set: [3] }) });

    const report = await verify(await signedBy(issuer, offering(badgeBy(issuer))), world);

    expect(report.verdict).toBe('revoked');
  });

  it.each<[string, string, (issuer: ReturnType<typeof keyIssuer>) => Promise<StubPage> | StubPage]>([
    ['nobody answers', 'status.refresh-unreachable', () => timeout],
    ['the answer is a page', 'status.refresh-unusable', () => '<!doctype html><html></html>'],
    ['the answer is not signed', 'status.refresh-unusable', (issuer) => renewed(issuer)],
    [
      'the answer was changed after signing',
      'status.refresh-unusable',
      async (issuer) => ({ ...(await signedBy(issuer, renewed(issuer))), name: 'Changed' }),
    ],
    ['somebody else signed the answer', 'status.refresh-unusable', (issuer) => signedBy(keyIssuer(), renewed(issuer))],
    [
      'the answer is by another issuer',
      'status.refresh-other',
      () => {
        const other = keyIssuer();
        return signedBy(other, renewed(other));
      },
    ],
    [
      'the answer is another badge',
      'status.refresh-other',
      (issuer) => signedBy(issuer, renewed(issuer, { id: 'https://issuer.example/credentials/2' })),
    ],
    [
      'the answer is older',
      'status.refresh-older',
      (issuer) => signedBy(issuer, renewed(issuer, { validFrom: '2025-12-31T00:00:00Z' })),
    ],
    [
      'the answer has no achievement',
      'status.refresh-unusable',
      (issuer) => signedBy(issuer, renewed(issuer, { credentialSubject: { type: ['AchievementSubject'] } })),
    ],
  ])('stands as it is when %s', async (_, code, answer) => {
    const { report } = await refreshed(answer);

    expect(report.verdict).toBe('expired');
    expect(notes(report)).toContain(code);
    expect(report.badge?.name).toBe('Facilitator');
  });

  it('is not refreshed from an address that its issuer did not name', async () => {
    const document = await signedBy(keyIssuer(), offering(badgeBy(webIssuer())));

    const report = await verify(document, environment({ [url]: 'x' }));

    expect(notes(report)).toContain('status.refresh-offered');
    expect(report.requests.map((made) => made.purpose)).not.toContain('refresh');
  });

  it('is not refreshed while offline, after tampering, or by a service that is not understood', async () => {
    const issuer = keyIssuer();
    const document = await signedBy(issuer, offering(badgeBy(issuer)));
    const service = { id: url, type: 'VerifiableCredentialRefreshService2021' };
    const contexts = [...(badgeBy(issuer)['@context'] as unknown[])];
    const other = { ...badgeBy(issuer), '@context': contexts, refreshService: { ...service } };
    const newer = { [url]: await signedBy(issuer, renewed(issuer)) };

    const offline = await verify(document, environment(newer, { offline: true }));
    const changed = await verify({ ...document, name: 'Changed' }, environment(newer));
    const unknown = await verify(await signVcJwt(other, { key: issuer.key, kid: issuer.method }), environment(newer));

    expect([offline.verdict, changed.verdict, unknown.verdict]).toEqual(['valid', 'invalid', 'valid']);
    expect(notes(unknown)).toContain('status.refresh-unknown-type');
    expect([offline, changed, unknown].flatMap(({ requests }) => requests.map((made) => made.purpose))).not.toContain(
      'refresh',
    );
    expect(codeOf(unknown, 'status')).toBe('skipped status.none');
  });
});
