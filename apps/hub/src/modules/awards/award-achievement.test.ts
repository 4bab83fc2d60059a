import { verify } from 'openbadges';
import { expect, it } from 'vitest';
import { firstBrokenEvent } from '../../kernel/event.ts';
import { testHub } from '../../testing/test-hub.ts';
import { findCredentialOfAward } from '../credentials/index.ts';
import { awardAchievement } from './award-achievement.ts';
import { changeAward } from './change-award.ts';

it('signs a credential that anybody can verify, and posts one letter', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.achievement();

  const [award] = await awardAchievement(hub, issuer, {
    achievementId: id,
    recipients: [{ name: 'Josué Almondtree', email: 'josue@almondtree.example' }],
  });

  const credential = await findCredentialOfAward(hub.db, award?.id ?? 'awd_');
  const report = await verify(credential?.document ?? '', {
    clock: hub.clock,
    fetch: hub.fetch,
    recipient: ['josue@almondtree.example'],
  });
  expect(report.checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')).toEqual([]);
  expect(report.verdict).toBe('valid');
  expect(credential?.document).not.toContain('josue@almondtree.example');
  const [letter] = await hub.letters();
  expect(letter?.to).toBe('josue@almondtree.example');
  expect(letter?.text).toContain('https://hub.example/claim/');
  expect(await firstBrokenEvent(hub)).toBeUndefined();
});

it('tells a suspended credential from a revoked one, and a resumed one is valid again', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.achievement();
  const [award] = await awardAchievement(hub, issuer, { achievementId: id, recipients: [{ email: 'a@b.example' }] });
  if (!award) throw new Error('no award');
  await hub.db.updateTable('award').set({ state: 'claimed' }).execute();
  const credential = await findCredentialOfAward(hub.db, award.id);
  const verdict = async () =>
    (await verify(credential?.document ?? '', { clock: hub.clock, fetch: hub.fetch })).verdict;

  await changeAward(hub, issuer, award.id, 'suspend', 'under review');
  expect(await verdict()).toBe('suspended');
  await changeAward(hub, issuer, award.id, 'resume', 'reviewed');
  expect(await verdict()).toBe('valid');
  await changeAward(hub, issuer, award.id, 'revoke', 'issued by mistake');
  expect(await verdict()).toBe('revoked');
});

it('refuses a stranger, and leaves nothing behind', async () => {
  const hub = await testHub();
  const { id } = await hub.given.achievement();
  const stranger = await hub.given.person('A Stranger');

  const attempt = awardAchievement(hub, stranger, { achievementId: id, recipients: [{ email: 'a@b.example' }] });

  await expect(attempt).rejects.toMatchObject({ code: 'award.not-an-issuer' });
  expect(await hub.given.rowsOf('award')).toEqual([]);
  expect(await hub.given.rowsOf('credential')).toEqual([]);
  expect(await hub.letters()).toEqual([]);
});

it('refuses an organization that has ended, which may still revoke', async () => {
  const hub = await testHub();
  const { id, issuer, issuerId } = await hub.given.achievement();
  const [award] = await awardAchievement(hub, issuer, { achievementId: id, recipients: [{ email: 'a@b.example' }] });
  await hub.db.updateTable('award').set({ state: 'claimed' }).execute();
  await hub.db.updateTable('actor').set({ ended_at: hub.clock() }).where('id', '=', issuerId).execute();

  const attempt = awardAchievement(hub, issuer, { achievementId: id, recipients: [{ email: 'c@d.example' }] });

  await expect(attempt).rejects.toMatchObject({ code: 'organization.ended' });
  await changeAward(hub, issuer, award?.id ?? 'awd_', 'revoke', 'awarded by mistake');
  expect((await hub.given.rowsOf('award')).map(({ state }) => state)).toEqual(['revoked']);
});
