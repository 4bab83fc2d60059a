import { describe, expect, it } from 'vitest';
import { bakePng } from '../bake/bake-png.ts';
import { badgeBy, keyIssuer, now, signedBy, statusListBy, webIssuer } from '../testing/issuers.ts';
import { at, hostedBadge } from '../testing/older-badges.ts';
import { gone, type StubPage } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import type { Environment } from './environment.ts';
import type { Snapshot } from './report.ts';
import { type VerifyInput, verify } from './verify.ts';

const list = 'https://issuer.example/status/1';
const later = new Date('2026-09-01T00:00:00Z');
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOUMyqsBwACeQFChxlltgAAAABJRU5ErkJggg==',
  'base64',
);

/** Verifies once while everybody answers, then months later while nobody does. */
async function seenAndAlone(input: VerifyInput, pages: Record<string, StubPage>, more: Partial<Environment> = {}) {
  const seen = await verify(input, environment(pages));
  const world = { snapshot: seen.snapshot, clock: () => later, ...more };
  return { seen, alone: await verify(input, environment({}, world)) };
}

async function badgeWithStatus(set: number[] = []) {
  const issuer = webIssuer();
  const badge = await signedBy(issuer, badgeBy(issuer, { status: { list, index: 7 } }));
  return { badge, pages: { ...issuer.pages, [list]: await statusListBy(issuer, { set }) } };
}

describe('a badge whose issuer does not answer any more', () => {
  it.each([
    ['valid', []],
    ['revoked', [7]],
  ])('could not be checked, and was %s when it was last seen', async (verdict, set) => {
    const { badge, pages } = await badgeWithStatus(set);

    const { seen, alone } = await seenAndAlone(badge, pages);

    expect(seen.verdict).toBe(verdict);
    expect(alone).toMatchObject({
      verdict: 'could-not-check',
      lastSeen: { verdict, takenAt: now.toISOString() },
      checkedAt: later.toISOString(),
    });
  });

  it('says while offline that nobody was asked', async () => {
    const { badge, pages } = await badgeWithStatus();

    const { alone } = await seenAndAlone(badge, pages, { offline: true });

    expect(alone.lastSeen?.verdict).toBe('valid');
    expect(alone.requests).not.toEqual([]);
    expect(new Set(alone.requests.map(({ failure }) => failure))).toEqual(new Set(['not-allowed-offline']));
  });

  it('is invalid when it was changed, whatever was seen before', async () => {
    const { badge, pages } = await badgeWithStatus();
    const { snapshot } = await verify(badge, environment(pages));

    const report = await verify({ ...badge, name: 'Changed' }, environment({}, { snapshot, offline: true }));

    expect([report.verdict, report.lastSeen]).toEqual(['invalid', undefined]);
  });

  it('is expired by today’s date, not by that of the snapshot', async () => {
    const issuer = keyIssuer();
    const input = badgeBy(issuer, { status: { list, index: 7 }, validUntil: new Date('2026-08-01T00:00:00Z') });
    const pages = { [list]: await statusListBy(issuer) };

    const { seen, alone } = await seenAndAlone(await signedBy(issuer, input), pages);

    expect([seen.verdict, alone.verdict, alone.lastSeen]).toEqual(['valid', 'expired', undefined]);
  });

  it('of version 2.0 was seen at its address, or was already taken away', async () => {
    const { input, pages } = hostedBadge('2.0');

    const good = await seenAndAlone(input, pages);
    const revoked = await seenAndAlone(input, { ...pages, [at.assertion]: gone });

    expect([good.alone.verdict, good.alone.lastSeen?.verdict]).toEqual(['could-not-check', 'valid']);
    expect([revoked.alone.verdict, revoked.alone.lastSeen?.verdict]).toEqual(['could-not-check', 'revoked']);
  });

  it('may have been a picture at an address', async () => {
    const issuer = keyIssuer();
    const url = 'https://issuer.example/badge.png';
    const picture = bakePng(onePixel, JSON.stringify(await signedBy(issuer, badgeBy(issuer))));

    const { seen, alone } = await seenAndAlone(url, { [url]: picture });

    expect(seen.snapshot.entries).toMatchObject([{ url, encoding: 'base64url' }]);
    expect(JSON.stringify(seen.snapshot)).not.toContain('\\u0000');
    expect([alone.verdict, alone.lastSeen?.verdict]).toEqual(['could-not-check', 'valid']);
  });
});

describe('a badge of a did:key', () => {
  it('without a status is verified in full while offline', async () => {
    const issuer = keyIssuer();

    const report = await verify(await signedBy(issuer, badgeBy(issuer)), environment({}, { offline: true }));

    expect([report.verdict, report.requests]).toEqual(['valid', []]);
  });

  it('with a status could not be checked while offline, and that is all that is unknown', async () => {
    const issuer = keyIssuer();
    const badge = await signedBy(issuer, badgeBy(issuer, { status: { list, index: 7 } }));

    const report = await verify(badge, environment({}, { offline: true }));

    expect([report.verdict, codeOf(report, 'status')]).toEqual([
      'could-not-check',
      'unknown status.unreachable-not-allowed-offline',
    ]);
    expect(report.checks.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(1);
  });
});

describe('a snapshot', () => {
  it.each<[string, (snapshot: Snapshot) => Snapshot]>([
    ['without a date', (snapshot) => ({ ...snapshot, takenAt: 'some day' })],
    ['of nothing', (snapshot) => ({ ...snapshot, entries: [] })],
    [
      'with broken bytes',
      ({ entries, ...rest }) => ({
        ...rest,
        entries: entries.map((entry) => ({ ...entry, body: '*', encoding: 'base64url' as const })),
      }),
    ],
    [
      'of other answers',
      ({ entries, ...rest }) => ({ ...rest, entries: entries.map((entry) => ({ ...entry, body: '{}' })) }),
    ],
  ])('%s says nothing', async (_, change) => {
    const { badge, pages } = await badgeWithStatus();
    const { snapshot } = await verify(badge, environment(pages));

    const report = await verify(badge, environment({}, { snapshot: change(snapshot) }));

    expect([report.verdict, report.lastSeen]).toEqual(['could-not-check', undefined]);
  });

  it('never makes a badge valid', async () => {
    const { badge, pages } = await badgeWithStatus();
    const { snapshot } = await verify(badge, environment(pages));
    const withoutList = Object.fromEntries(Object.entries(pages).filter(([url]) => url !== list));

    const report = await verify(badge, environment(withoutList, { snapshot }));

    expect([report.verdict, report.lastSeen?.verdict]).toEqual(['could-not-check', 'valid']);
  });
});
