import { expect, it } from 'vitest';
import type { Person } from '../../kernel/actor.ts';
import { firstBrokenEvent } from '../../kernel/event.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { findCredentialOfAward } from '../credentials/index.ts';
import { changeAward } from './change-award.ts';
import { forgetRecipient } from './forget-recipient.ts';
import { forgetUnclaimed } from './forget-unclaimed.ts';
import { claimTokenHash } from './make-awards.ts';
import { type Award, transitions } from './model.ts';
import { noteLetter } from './note-letter.ts';
import { rebindAward } from './rebind-award.ts';
import { resendAward } from './resend-award.ts';
import { sendBatch } from './send-batch.ts';
import { countHolders, findAward, findAwardByToken, updateAwardState } from './store.ts';

const verbs = async (hub: TestHub) =>
  (await hub.events()).map(({ verb }) => verb).filter((verb) => /^award/.test(verb));
const lastLink = async (hub: TestHub) => /claim\/(\S+)/.exec((await hub.letters()).at(-1)?.text ?? '')?.[1] ?? '';

async function sentAward(hub: TestHub) {
  const badge = await hub.given.issuedBadge();
  const award = await hub.given.award(badge.issuer, badge.id, 'wen@lantern.example', 'Wen Lanternfield');
  hub.pass({ minutes: 2 });
  await hub.drain();
  return { ...badge, award };
}

const claim = (hub: TestHub, id: Award['id'], person: Person) =>
  hub.db
    .transaction()
    .execute((tx) =>
      updateAwardState(tx, id, transitions.claim.from, 'claimed', { at: hub.clock(), recipientId: person.personId }),
    );

it('is sent when its time has come, and says so in the record', async () => {
  const hub = await testHub();
  const { award } = await sentAward(hub);

  expect(await findAward(hub.db, award.id)).toMatchObject({ state: 'sent', sentAt: hub.clock() });
  expect(await verbs(hub)).toEqual(['award.made', 'award.sent']);
});

it('is taken back until its letter leaves, and not afterwards', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const early = await hub.given.award(issuer, id, 'early@example.org');
  const late = await hub.given.award(issuer, id, 'late@example.org');

  await changeAward(hub, issuer, early.id, 'withdraw', '');
  hub.pass({ minutes: 2 });
  await hub.drain();

  expect((await findAward(hub.db, early.id))?.state).toBe('withdrawn');
  expect((await hub.letters('early@example.org')).map(({ state }) => state)).toEqual(['withdrawn']);
  await expect(changeAward(hub, issuer, late.id, 'withdraw', '')).rejects.toMatchObject({ code: 'award.already-sent' });
});

it('tells the recipient why it was revoked', async () => {
  const hub = await testHub();
  const { issuer, award } = await sentAward(hub);

  await changeAward(hub, issuer, award.id, 'revoke', 'Two people with one name.');

  const letter = (await hub.letters('wen@lantern.example')).at(-1);
  expect(letter?.subject).toBe('Harbour City Library revoked the badge “Oral history interviewer”');
  expect(letter?.text).toContain('Two people with one name.');
  expect(await findAward(hub.db, award.id)).toMatchObject({
    state: 'revoked',
    stateReason: 'Two people with one name.',
  });
});

it('asks for a reason, and refuses strangers and what does not fit the state', async () => {
  const hub = await testHub();
  const { issuer, award } = await sentAward(hub);
  const stranger = await hub.given.person('A Stranger');

  await expect(changeAward(hub, issuer, award.id, 'revoke', '')).rejects.toMatchObject({
    code: 'award.reason-missing',
  });
  await expect(changeAward(hub, stranger, award.id, 'revoke', 'x')).rejects.toMatchObject({
    code: 'award.not-an-issuer',
  });
  await expect(changeAward(hub, issuer, award.id, 'suspend', 'x')).rejects.toMatchObject({ code: 'award.wrong-state' });
  await expect(changeAward(hub, issuer, 'awd_x', 'revoke', 'x')).rejects.toMatchObject({ code: 'award.not-found' });
});

it('sends the same link again, which then works for its whole term', async () => {
  const hub = await testHub();
  const { issuer, award } = await sentAward(hub);
  const link = await lastLink(hub);
  hub.pass({ days: 300 });

  await resendAward(hub, issuer, award.id);

  expect(await lastLink(hub)).toBe(link);
  const found = await findAwardByToken(hub.db, claimTokenHash(link));
  expect(found?.id).toBe(award.id);
  expect(found?.claimExpiresAt?.getTime()).toBe(hub.clock().getTime() + 365 * 86_400_000);
});

it('waits to be sent again after its letter came back', async () => {
  const hub = await testHub();
  const { issuer, award } = await sentAward(hub);
  await hub.db
    .transaction()
    .execute((tx) => noteLetter(hub, tx, { about: award.id, state: 'failed', failure: 'smtp-550' }));
  const bounced = await findAward(hub.db, award.id);

  await resendAward(hub, issuer, award.id);
  await hub.drain();

  expect(bounced?.state).toBe('bounced');
  expect((await findAward(hub.db, award.id))?.state).toBe('scheduled');
  expect(await verbs(hub)).toEqual(['award.made', 'award.sent', 'award.bounced', 'award.resend']);
});

it('does not send a letter again without end, nor for strangers', async () => {
  const hub = await testHub();
  const { issuer, award } = await sentAward(hub);
  const stranger = await hub.given.person('A Stranger');

  await expect(resendAward(hub, stranger, award.id)).rejects.toMatchObject({ code: 'award.not-an-issuer' });
  await resendAward(hub, issuer, award.id);
  await resendAward(hub, issuer, award.id);
  await expect(resendAward(hub, issuer, award.id)).rejects.toMatchObject({ code: 'web.too-many-requests' });
});

it('is made out to another address: the old link ends, a new credential takes its place', async () => {
  const hub = await testHub();
  const { issuer, award } = await sentAward(hub);

  const made = await rebindAward(hub, issuer, award.id, 'wen@right.example');

  expect((await findAward(hub.db, award.id))?.state).toBe('withdrawn');
  expect(await findAward(hub.db, made.id)).toMatchObject({
    recipientEmail: 'wen@right.example',
    recipientName: 'Wen Lanternfield',
    replaces: award.id,
    state: 'scheduled',
  });
  expect((await hub.letters('wen@right.example')).length).toBe(1);
  expect((await findCredentialOfAward(hub.db, made.id))?.document).not.toBe(
    (await findCredentialOfAward(hub.db, award.id))?.document,
  );
  expect(await firstBrokenEvent(hub)).toBeUndefined();
});

it('is not made out to the same address, nor once it was accepted', async () => {
  const hub = await testHub();
  const { issuer, award } = await sentAward(hub);

  await expect(rebindAward(hub, issuer, award.id, 'wen@lantern.example')).rejects.toMatchObject({
    code: 'award.same-address',
  });
  await hub.db.updateTable('award').set({ state: 'claimed' }).execute();
  await expect(rebindAward(hub, issuer, award.id, 'wen@right.example')).rejects.toMatchObject({
    code: 'award.wrong-state',
  });
});

it('loses every personal word when nobody accepted it in the whole term', async () => {
  const hub = await testHub({ config: { unclaimedDays: 30 } });
  const { award } = await sentAward(hub);
  hub.pass({ days: 29 });
  await forgetUnclaimed.run(hub, {});
  const before = await findAward(hub.db, award.id);
  hub.pass({ days: 2 });

  await forgetUnclaimed.run(hub, {});

  expect(before?.recipientName).toBe('Wen Lanternfield');
  const after = await findAward(hub.db, award.id);
  expect(after).toMatchObject({ state: 'expired', recipientName: undefined, recipientEmail: undefined });
  expect(await findCredentialOfAward(hub.db, award.id)).toBeUndefined();
  const everything = JSON.stringify([await hub.given.rowsOf('award'), await hub.given.rowsOf('outbox')]);
  expect(everything).not.toMatch(/Lanternfield|lantern\.example/);
  expect(await firstBrokenEvent(hub)).toBeUndefined();
});

it('keeps what was accepted, however long ago', async () => {
  const hub = await testHub({ config: { unclaimedDays: 30 } });
  const { award } = await sentAward(hub);
  const holder = await hub.given.person('Wen Lanternfield');
  await hub.db
    .updateTable('award')
    .set({ state: 'claimed', recipient: holder.personId, claimed_at: hub.clock() })
    .execute();
  hub.pass({ days: 300 });

  await forgetUnclaimed.run(hub, {});

  expect((await findAward(hub.db, award.id))?.recipientEmail).toBe('wen@lantern.example');
});

it('forgets the files of that time, sent or not', async () => {
  const hub = await testHub({ config: { unclaimedDays: 30 } });
  const { id, issuer } = await hub.given.issuedBadge();
  await hub.given.batch(issuer, id, 'email,name\nnever@sent.example,Never\n');
  const sent = await hub.given.batch(issuer, id, 'email,name\nwen@lantern.example,Wen\nbad,Stayed Behind\n');
  await sendBatch(hub, issuer, sent, { message: '', leaveOutAwarded: false });
  await hub.drain();
  await hub.db.updateTable('award').set({ state: 'claimed', recipient: issuer.personId }).execute();
  hub.pass({ days: 31 });
  await hub.given.batch(issuer, id, 'email,name\nnew@file.example,New\n');

  await forgetUnclaimed.run(hub, {});

  const left = JSON.stringify([await hub.given.rowsOf('award_batch'), await hub.given.rowsOf('award_batch_row')]);
  expect(left).not.toMatch(/Never|never@sent|Wen|lantern|Stayed/);
  expect(left).toContain('new@file.example');
});

it('keeps why it was suspended after it is resumed', async () => {
  const hub = await testHub();
  const { issuer, award } = await sentAward(hub);
  const wen = await hub.given.account();
  await claim(hub, award.id, wen);
  await changeAward(hub, issuer, award.id, 'suspend', 'The recording is under review.');

  await changeAward(hub, issuer, award.id, 'resume', '');

  expect(await findAward(hub.db, award.id)).toMatchObject({
    state: 'claimed',
    stateReason: 'The recording is under review.',
  });
});

it('counts as holders only people who are still here, and says that an account was deleted', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id, issuer, award } = await sentAward(hub);
  const wen = await hub.given.account();
  await claim(hub, award.id, wen);
  expect(await countHolders(hub.db, [id])).toEqual(new Map([[id, 1]]));

  await hub.db.transaction().execute(async (tx) => {
    await forgetRecipient(hub, tx, wen.personId);
    await tx.updateTable('actor').set({ ended_at: hub.clock() }).where('id', '=', wen.personId).execute();
  });

  expect(await countHolders(hub.db, [id])).toEqual(new Map());
  const list = await (await hub.given.browserOf(issuer)).read(`/achievements/${id}/awards`);
  expect([list.includes('Account deleted'), list.includes('Forgotten'), list.includes('—')]).toEqual([
    true,
    false,
    true,
  ]);
});
