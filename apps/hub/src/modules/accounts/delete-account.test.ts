import { expect, it, onTestFinished } from 'vitest';
import type { Person } from '../../kernel/actor.ts';
import { firstBrokenEvent } from '../../kernel/event.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { insertActor } from '../actors/index.ts';
import { addEmail } from './change-emails.ts';
import { deleteAccount } from './delete-account.ts';
import { addPersonalPart } from './hooks.ts';
import { hashPassword } from './password.ts';
import { startSession } from './start-session.ts';
import { beginTies } from './tie-store.ts';

const password = 'seven slow herons';

async function start() {
  const hub = await testHub();
  await hub.given.alliance();
  const passwordHash = await hashPassword(password);
  const wen = await hub.given.account('Wen Lanternfield', { email: 'wen@example.org', passwordHash });
  return { hub, wen, browser: await hub.given.browserOf(wen) };
}

async function ownerOf(hub: TestHub, ...owners: Person[]): Promise<void> {
  const organization = hub.newId('org');
  await hub.db.transaction().execute(async (tx) => {
    await insertActor(tx, { id: organization, kind: 'organization', name: 'Museum of Making', createdAt: hub.clock() });
    const tie = { object: organization, kind: 'staff' as const, role: 'owner' as const, by: null };
    await beginTies(
      tx,
      owners.map(({ personId }) => ({ ...tie, id: hub.newId('tie'), subject: personId })),
      hub.clock(),
    );
  });
}

it('leaves a former member without a name, and the log whole', async () => {
  const { hub, wen, browser } = await start();
  await browser.post('/account/emails', { email: 'two@example.org' });
  expect(await browser.read('/account/delete')).toContain('Former member');

  const response = await browser.post('/account/delete', { password });

  expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
  expect(await hub.db.selectFrom('actor').selectAll().where('id', '=', wen.personId).execute()).toMatchObject([
    { name: 'Former member', ended_at: hub.clock(), visibility: 'hidden' },
  ]);
  for (const table of ['email_address', 'session', 'passkey', 'account_token', 'outbox'] as const) {
    expect(await hub.given.rowsOf(table)).toEqual([]);
  }
  expect(await hub.given.rowsOf('account')).toMatchObject([{ password_hash: null, deleted_at: hub.clock() }]);
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'account.deleted', object: wen.accountId });
  expect(await firstBrokenEvent(hub)).toBeUndefined();
  expect(JSON.stringify(await hub.given.rowsOf('event'))).not.toMatch(/Wen|wen@/);
});

it('frees the addresses, so that the same person may come again', async () => {
  const { hub, wen } = await start();

  await deleteAccount(hub, wen, { password });

  const again = await hub.given.account('Wen Lanternfield', { email: 'wen@example.org' });
  expect(again.personId).not.toBe(wen.personId);
});

it('erases what other parts of the hub keep, and tells of it beforehand', async () => {
  const { hub, wen, browser } = await start();
  const erased: string[] = [];
  const takeOut = addPersonalPart({
    name: 'test',
    consequence: 'accounts.remove',
    exportFor: async () => ({ 'things.json': ['a thing'] }),
    erase: async (_app, _tx, personId) => {
      erased.push(personId);
      return [{ verb: 'test.erased', by: wen, about: wen.accountId }];
    },
  });
  onTestFinished(takeOut);
  expect(await browser.read('/account/delete')).toContain('<li>Remove</li>');

  await deleteAccount(hub, wen, { password });

  expect(erased).toEqual([wen.personId]);
  expect((await hub.events()).slice(-2).map(({ verb }) => verb)).toEqual(['test.erased', 'account.deleted']);
});

it('asks for the password', async () => {
  const { hub, browser } = await start();

  const responses = [
    await browser.post('/account/delete', { password: 'wrong' }),
    await browser.post('/account/delete'),
  ];

  expect(responses.map(({ status }) => status)).toEqual([422, 422]);
  expect(await hub.given.rowsOf('email_address')).toHaveLength(1);
});

it('asks whoever has no password to have signed in a moment ago', async () => {
  const { hub } = await start();
  const bram = await hub.given.account('Bram Kettlewick');
  const browser = hub.browser().signIn(await startSession(hub, bram.accountId, undefined));
  hub.pass({ minutes: 16 });

  const late = await browser.post('/account/delete');

  expect(late.status).toBe(422);
  const fresh = hub.browser().signIn(await startSession(hub, bram.accountId, undefined));
  expect((await fresh.post('/account/delete')).status).toBe(303);
});

it('keeps the last steward', async () => {
  const { hub } = await start();
  const steward = await hub.given.steward('Ottoline Quarry', { passwordHash: await hashPassword(password) });

  await expect(deleteAccount(hub, steward, { password })).rejects.toMatchObject({ code: 'account.last-steward' });

  const page = await (await hub.given.browserOf(steward)).read('/account/delete');
  expect(page).toContain('You are the last steward');
  expect(page).not.toContain('action="/account/delete"');
});

it('keeps one of two stewards who leave at once', async () => {
  const { hub } = await start();
  const passwordHash = await hashPassword(password);
  const stewards = [
    await hub.given.steward('Ottoline Quarry', { passwordHash }),
    await hub.given.steward('Ines Marl', { passwordHash }),
  ];

  const results = await Promise.allSettled(stewards.map((steward) => deleteAccount(hub, steward, { password })));

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'account.last-steward' },
  });
});

it('keeps the last owner of an organization, and lets one of two go', async () => {
  const { hub, wen } = await start();
  await ownerOf(hub, wen);
  await expect(deleteAccount(hub, wen, { password })).rejects.toMatchObject({ code: 'account.last-owner' });
  const bram = await hub.given.account('Bram Kettlewick', { passwordHash: await hashPassword(password) });
  await ownerOf(hub, bram, wen);

  await deleteAccount(hub, bram, { password });

  const ties = await hub.db.selectFrom('tie').select(['state']).where('subject', '=', bram.personId).execute();
  expect(ties).toEqual([{ state: 'ended' }]);
});

it('goes once when the button is pressed twice at once', async () => {
  const { hub, wen } = await start();

  const results = await Promise.allSettled([
    deleteAccount(hub, wen, { password }),
    deleteAccount(hub, wen, { password }),
  ]);

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await hub.events()).filter(({ verb }) => verb === 'account.deleted')).toHaveLength(1);
});

it('leaves no address behind when one is added while the account goes', async () => {
  const { hub, wen } = await start();

  await Promise.allSettled([addEmail(hub, wen, 'two@example.org', 'en'), deleteAccount(hub, wen, { password })]);

  expect(await hub.given.rowsOf('email_address')).toEqual([]);
});
