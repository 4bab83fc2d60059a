import { expect, it } from 'vitest';
import { record } from '../../kernel/event.ts';
import { type TestHub, testHub } from '../../testing/test-hub.ts';
import { enterByProof, type Proof } from './enter-by-proof.ts';

const enter = (hub: TestHub, proof: Proof) =>
  hub.db.transaction().execute(async (tx) => {
    const entered = await enterByProof(hub, tx, proof);
    await record(hub, tx, ...entered.events);
    return entered;
  });

it('makes an account without a password for an address that a link proved', async () => {
  const hub = await testHub();

  const entered = await enter(hub, { address: 'ada@example.org', name: 'Ada Pell', lang: 'en' });

  expect(entered.isNew).toBe(true);
  expect(await hub.given.again(entered)).toMatchObject({
    name: 'Ada Pell',
    emails: ['ada@example.org'],
    isSteward: false,
  });
  expect(await hub.given.rowsOf('account')).toMatchObject([{ password_hash: null }]);
  expect(await hub.events()).toMatchObject([{ verb: 'account.created', actor: entered.personId }]);
});

it('leads to the account that has the address, and changes nothing there', async () => {
  const hub = await testHub();
  const wen = await hub.given.account('Wen Lanternfield', { email: 'wen@example.org' });

  const entered = await enter(hub, { address: 'wen@example.org', name: 'Somebody else' });

  expect(entered).toMatchObject({ accountId: wen.accountId, personId: wen.personId, isNew: false, events: [] });
  expect((await hub.given.again(wen)).name).toBe('Wen Lanternfield');
});

it('does not lead to an account on which the address was never confirmed', async () => {
  const hub = await testHub();
  const wen = await hub.given.account('Wen Lanternfield', { email: 'ada@example.org', verified: false });

  const entered = await enter(hub, { address: 'ada@example.org', name: 'Ada Pell' });

  expect(entered.accountId).not.toBe(wen.accountId);
});

it('makes one account when two links to one address are opened at once', async () => {
  const hub = await testHub();
  const proof = { address: 'ada@example.org', name: 'Ada Pell' };

  const entered = await Promise.all([enter(hub, proof), enter(hub, proof), enter(hub, proof)]);

  expect(new Set(entered.map(({ accountId }) => accountId)).size).toBe(1);
  expect(await hub.given.rowsOf('account')).toHaveLength(1);
});
