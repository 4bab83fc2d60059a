import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { badgeBy, keyIssuer, now, signedBy } from '../testing/issuers.ts';
import { notFound } from '../testing/stub-fetch.ts';
import { environment } from '../testing/verifying.ts';
import { verify, verifyAll } from './verify.ts';

const url = 'https://issuer.example/badges.zip';

async function three() {
  const issuer = keyIssuer();
  const good = await signedBy(issuer, badgeBy(issuer));
  const later = await signedBy(issuer, badgeBy(issuer, { validFrom: new Date('2027-01-01T00:00:00Z') }));
  return [good, { ...good, name: 'Changed' }, later];
}

const zipOf = (badges: object[]) =>
  zipSync(Object.fromEntries(badges.map((badge, at) => [`${at}.json`, Buffer.from(JSON.stringify(badge))])));

describe('several badges in one input', () => {
  it('have a report each, in the order in which they lie there', async () => {
    const badges = await three();
    const inputs = [zipOf(badges), JSON.stringify(badges), badges];

    const reports = await Promise.all(inputs.map((input) => verifyAll(input, environment())));

    const expected = ['valid', 'invalid', 'not-yet-valid'];
    expect(reports.map((each) => each.map(({ verdict }) => verdict))).toEqual([expected, expected, expected]);
  });

  it('may lie at one address', async () => {
    const reports = await verifyAll(url, environment({ [url]: zipOf(await three()) }));

    expect(reports.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid', 'not-yet-valid']);
    expect(reports.map(({ requests }) => requests.length)).toEqual([1, 1, 1]);
  });

  it('are looked at up to the limit, and the last report says how many were not', async () => {
    const reports = await verifyAll(await three(), environment({}, { limits: { documents: 2 } }));

    expect(reports.map(({ technical }) => technical.furtherDocuments)).toEqual([undefined, 1]);
    expect((await verify(await three(), environment())).technical.furtherDocuments).toBe(2);
  });

  it('are one report when there is one, or none', async () => {
    const [good] = await three();

    const reports = [
      await verifyAll(good as object, environment()),
      await verifyAll('nothing of the kind', environment()),
      await verifyAll([], environment()),
      await verifyAll(url, environment({ [url]: notFound })),
    ];

    expect(reports.map((each) => each.map(({ verdict }) => verdict))).toEqual([
      ['valid'],
      ['could-not-check'],
      ['could-not-check'],
      ['could-not-check'],
    ]);
  });

  it('are said as last seen one by one', async () => {
    const badges = await three();
    const [seen] = await verifyAll(url, environment({ [url]: zipOf(badges) }));
    const world = environment({}, { offline: true, snapshot: seen?.snapshot, clock: () => new Date(now) });

    const reports = await verifyAll(url, world);

    expect(reports[0]).toMatchObject({
      verdict: 'could-not-check',
      lastSeen: { verdict: 'valid', takenAt: now.toISOString() },
    });
  });
});
