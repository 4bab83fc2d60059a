import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { lastVerification } from './store.ts';
import { summaryOf } from './summary.ts';
import { sweepVerifications } from './sweep-verifications.ts';
import { sha256, verifyAndRemember } from './verify-and-remember.ts';

const codeOf = (report: { checks: { id: string; code: string }[] }, id: string) =>
  report.checks.find((check) => check.id === id)?.code;

it('a badge of an issuer in no list is valid with one warning', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const badge = await issuer.badge();

  const { report } = await verifyAndRemember(hub, badge);

  expect(report.verdict).toBe('valid');
  expect(codeOf(report, 'issuer')).toBe('issuer.domain-proven');
  expect(summaryOf(report)).toMatchObject({ tone: 'warn', name: 'warned', warnings: 1 });
});

it('an organization of this hub is listed as a member since it joined, also at home', async () => {
  const hub = await testHub({ base: 'http://localhost:5210' });
  await hub.given.alliance('Badge Alliance');
  const { document } = await hub.given.awardedBadge();

  const { report } = await verifyAndRemember(hub, document);

  expect(report.verdict).toBe('valid');
  expect(report.checks.find(({ id }) => id === 'issuer')).toMatchObject({
    outcome: 'passed',
    code: 'issuer.listed-as-since',
    values: { list: 'Badge Alliance', as: 'member organization', since: '2031-03-04', name: 'Harbour City Library' },
  });
  expect(report.requests.map(({ url }) => new URL(url).host)).toContain('localhost:5210');
});

it('an issuer that cannot be asked any more leaves the last answer with its date, never a green one', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const badge = await issuer.badge();
  await verifyAndRemember(hub, badge);
  hub.pass({ days: 3 });
  issuer.fails('timeout');

  const { report } = await verifyAndRemember(hub, badge);

  expect(report.verdict).toBe('could-not-check');
  expect(report.lastSeen).toEqual({ verdict: 'valid', takenAt: '2031-03-04T10:00:00.000Z' });
});

it('the last answer is the newest one that there was: revoked stays revoked', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const badge = await issuer.badge();
  await verifyAndRemember(hub, badge);
  hub.pass({ hours: 1 });
  await issuer.revokes(7);
  expect((await verifyAndRemember(hub, badge)).report.verdict).toBe('revoked');
  hub.pass({ hours: 1 });
  issuer.fails('unreachable');

  const { report } = await verifyAndRemember(hub, badge);

  expect(report.verdict).toBe('could-not-check');
  expect(report.lastSeen?.verdict).toBe('revoked');
});

it('what was seen behind an address is remembered for the file and the other way round', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const badge = await issuer.badge();
  const address = 'https://marram.example/credentials/1';
  hub.elsewhere(address, { body: badge });
  await verifyAndRemember(hub, address);
  issuer.fails('unreachable');

  const byFile = await verifyAndRemember(hub, hub.given.bakedPng(badge));
  hub.elsewhere(address, { failure: 'unreachable' });
  const byAddress = await verifyAndRemember(hub, address);

  expect(byFile.report.lastSeen?.verdict).toBe('valid');
  expect(byAddress.report.verdict).toBe('could-not-check');
  expect(byAddress.report.lastSeen?.verdict).toBe('valid');
});

it('a page at an address is connected with the file when only the status list is silent', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const badge = await issuer.badge();
  await verifyAndRemember(hub, badge);
  issuer.fails('timeout');
  hub.elsewhere('https://elsewhere.example/copy', { body: badge });

  const { report } = await verifyAndRemember(hub, 'https://elsewhere.example/copy');

  expect(report).toMatchObject({ verdict: 'could-not-check', lastSeen: { verdict: 'valid' } });
});

it('whoever asks about the wrong person changes nothing of what is known about the badge', async () => {
  const hub = await testHub();
  const badge = await (await hub.given.foreignIssuer()).badge();

  const { report } = await verifyAndRemember(hub, badge, { recipient: 'somebody-else@example.org' });

  expect(report.verdict).toBe('invalid');
  expect(codeOf(report, 'recipient')).toBe('recipient.no-match');
  expect((await lastVerification(hub.db, sha256(badge)))?.verdict).toBe('valid');
  expect(JSON.stringify(await hub.given.rowsOf('verification'))).not.toContain('somebody-else');
});

it('asks every address once, however often it is needed', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const badge = await issuer.badge();
  const asked: string[] = [];
  const { fetch } = hub;
  hub.fetch = (url, options) => {
    asked.push(url);
    return fetch(url, options);
  };

  await verifyAndRemember(hub, badge, { recipient: 'ana@example.org' });

  expect(asked.length).toBe(new Set(asked).size);
  expect(asked).toContain(issuer.statusList);
  expect(asked.join()).not.toContain('ana');
});

it('a sentence with signs that databases refuse is kept all the same', async () => {
  const hub = await testHub();
  const strange = JSON.stringify({ type: 'Assertion', name: 'a\u0000b \ud800' });
  hub.elsewhere('https://odd.example/badge', { body: `{"@context": "https://w3id.org/openbadges/v2", "x": "\u0000"}` });

  const pasted = await verifyAndRemember(hub, strange);
  const fetched = await verifyAndRemember(hub, 'https://odd.example/badge');

  expect([pasted.report.verdict, fetched.report.verdict]).not.toContain('valid');
  expect(await hub.given.rowsOf('verification')).toHaveLength(2);
});

it('after a day the badge is forgotten, and the newest dated copy of what its issuer published stays', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const badge = await issuer.badge();
  await verifyAndRemember(hub, badge);
  hub.pass({ minutes: 5 });
  await verifyAndRemember(hub, badge, { name: 'ana.png' });
  await verifyAndRemember(hub, 'no badge at all');
  hub.pass({ hours: 23 });
  await sweepVerifications.run(hub, {});
  expect(await hub.given.rowsOf('verification')).toHaveLength(3);

  hub.pass({ hours: 2 });
  await sweepVerifications.run(hub, {});

  const rows = await hub.given.rowsOf('verification');
  expect(rows).toMatchObject([{ verdict: 'valid', brought: null, report: null, image: null }]);
  expect(await hub.given.rowsOf('snapshot_body')).toHaveLength(2);
  issuer.fails('timeout');
  expect((await verifyAndRemember(hub, badge)).report.lastSeen?.takenAt).toBe('2031-03-04T10:05:00.000Z');
});

it('copies that no answer needs any more go', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const badge = await issuer.badge();
  await verifyAndRemember(hub, badge);
  hub.pass({ days: 2 });
  await issuer.revokes(1234);
  await verifyAndRemember(hub, badge);
  expect(await hub.given.rowsOf('snapshot_body')).toHaveLength(3);

  await sweepVerifications.run(hub, {});

  expect(await hub.given.rowsOf('snapshot_body')).toHaveLength(2);
});

it('the picture that the badge names is kept, and a picture that cannot be had is no mistake', async () => {
  const hub = await testHub();
  const issuer = await hub.given.foreignIssuer();
  const image = 'https://marram.example/seed.svg';
  const achievement = {
    id: 'https://marram.example/achievements/1',
    name: 'Seed keeper',
    description: 'Keeps seeds.',
    criteria: { narrative: 'Kept seeds.' },
    image: { id: image },
  };
  const badge = await issuer.badge({ achievement });
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>alert(1)</script><rect width="9" height="9"/></svg>';
  const without = await verifyAndRemember(hub, badge);
  hub.elsewhere(image, { body: svg, contentType: 'image/svg+xml' });
  const withIt = await verifyAndRemember(hub, badge);

  const rows = await hub.db.selectFrom('verification').select(['id', 'image']).execute();
  const kept = new Map(rows.map((row) => [row.id, row.image]));
  expect(kept.get(without.id)).toBeNull();
  expect(kept.get(withIt.id)?.subarray(1, 4).toString()).toBe('PNG');
  expect(without.report.requests.at(-1)).toMatchObject({ url: image, purpose: 'image', failure: 'unreachable' });
  expect(without.report.verdict).toBe('valid');
});
