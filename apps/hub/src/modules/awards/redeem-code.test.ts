import { expect, it } from 'vitest';
import type { Person } from '../../kernel/actor.ts';
import { firstBrokenEvent } from '../../kernel/event.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { closeCode, makeCode } from './make-code.ts';
import { redeemCode } from './redeem-code.ts';

async function hubWithCode(more: Partial<Parameters<typeof makeCode>[2]> = {}, base = {}) {
  const hub = await testHub(base);
  const badge = await hub.given.issuedBadge();
  const code = await makeCode(hub, badge.issuer, { achievementId: badge.id, label: 'Spring meeting', ...more });
  return { hub, ...badge, code };
}

const redeem = (hub: TestHub, person: Person, code: string) =>
  hub.db.transaction().execute((tx) => redeemCode(hub, tx, person, code, person.emails[0] ?? ''));

it('gives an award that waits to be accepted, without a letter', async () => {
  const { hub, code, issuer } = await hubWithCode();
  const wen = await hub.given.account('Wen Lanternfield');

  const { awardId, again } = await redeem(hub, wen, ` ${code.code.toLowerCase().replace('-', ' ')} `);

  expect(again).toBe(false);
  expect(await hub.given.rowsOf('award')).toMatchObject([
    { id: awardId, state: 'opened', recipient: wen.personId, claim_code: code.id, awarded_by: issuer.personId },
  ]);
  expect(await hub.letters()).toEqual([]);
  expect(await firstBrokenEvent(hub)).toBeUndefined();
});

it('gives the last place to one of two people who come at once', async () => {
  const { hub, code } = await hubWithCode({ useLimit: 1 });
  const [wen, bram] = [await hub.given.account('Wen Lanternfield'), await hub.given.account('Bram Kettlewick')];

  const results = await Promise.allSettled([redeem(hub, wen, code.code), redeem(hub, bram, code.code)]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')).toMatchObject({ reason: { code: 'code.used-up' } });
  expect(await hub.given.rowsOf('award')).toHaveLength(1);
  expect(await hub.given.rowsOf('claim_code')).toMatchObject([{ uses: 1 }]);
});

it('gives one person one award, however often and however fast the button is pressed', async () => {
  const { hub, code } = await hubWithCode();
  const wen = await hub.given.account('Wen Lanternfield');

  const [first, second] = await Promise.all([redeem(hub, wen, code.code), redeem(hub, wen, code.code)]);

  expect(first.awardId).toBe(second.awardId);
  expect([first.again, second.again].sort()).toEqual([false, true]);
  expect(await hub.given.rowsOf('award')).toHaveLength(1);
  expect(await hub.given.rowsOf('claim_code')).toMatchObject([{ uses: 1 }]);
});

it('opens and closes at its times', async () => {
  const { hub, code } = await hubWithCode(
    { opensAt: new Date('2031-03-05T10:00:00Z'), closesAt: new Date('2031-03-06T10:00:00Z') },
    { now: '2031-03-04T10:00:00Z' },
  );
  const [wen, bram] = [await hub.given.account('Wen Lanternfield'), await hub.given.account('Bram Kettlewick')];

  await expect(redeem(hub, wen, code.code)).rejects.toMatchObject({ code: 'code.not-open-yet' });
  hub.pass({ days: 1 });
  await redeem(hub, wen, code.code);
  hub.pass({ days: 1 });
  await expect(redeem(hub, bram, code.code)).rejects.toMatchObject({ code: 'code.closed' });
  expect((await redeem(hub, wen, code.code)).again).toBe(true);
});

it('gives nothing once it is closed, for an unknown code, or to an address that is not proven', async () => {
  const { hub, code, issuer } = await hubWithCode();
  const wen = await hub.given.account('Wen Lanternfield');
  const attempt = (typed: string, email = wen.emails[0] ?? '') =>
    hub.db.transaction().execute((tx) => redeemCode(hub, tx, wen, typed, email));

  await expect(attempt('ZZZZ-ZZZZ')).rejects.toMatchObject({ code: 'code.not-found' });
  await expect(attempt(code.code, 'somebody-else@example.org')).rejects.toMatchObject({
    code: 'account.email-unverified',
  });
  await closeCode(hub, issuer, code.id);
  await expect(attempt(code.code)).rejects.toMatchObject({ code: 'code.closed' });
  await expect(closeCode(hub, issuer, code.id)).rejects.toMatchObject({ code: 'code.closed' });
});

it('is made by issuers only, with a window that makes sense, and not where evidence is asked for', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const strict = await hub.given.issuedBadge({ evidenceRequired: true });
  const stranger = await hub.given.person('A Stranger');

  await expect(makeCode(hub, stranger, { achievementId: id, label: '' })).rejects.toMatchObject({
    code: 'award.not-an-issuer',
  });
  await expect(makeCode(hub, strict.issuer, { achievementId: strict.id, label: '' })).rejects.toMatchObject({
    code: 'award.evidence-missing',
  });
  const closesAt = new Date('2031-01-01T00:00:00Z');
  await expect(makeCode(hub, issuer, { achievementId: id, label: '', closesAt })).rejects.toMatchObject({
    code: 'code.window-backwards',
  });
});

it('says in its history with which code it was claimed, and who had made the code', async () => {
  const { hub, code, issuer } = await hubWithCode();
  await hub.given.alliance();
  const wen = await hub.given.account('Wen Lanternfield');
  const { awardId } = await redeem(hub, wen, code.code);

  const page = await (await hub.given.browserOf(issuer)).read(`/awards/${awardId}`);

  expect(page).toContain(`Claimed with the code “${code.code}”`);
  expect(page).toContain('Issued by Amara Oystercatcher, who made the code');
  expect(page).not.toContain('Made and signed');
});
