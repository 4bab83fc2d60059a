import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { findBatch } from './batch-store.ts';

it('reads a file into rows that can be looked through, and awards nothing', async () => {
  const hub = await testHub();
  const { id, issuer, issuerId } = await hub.given.issuedBadge();

  const batch = await hub.given.batch(issuer, id, 'Courriel;Nom;Heures\nwen@lantern.example;Wen;44\n', 'printemps.csv');

  expect(await findBatch(hub.db, batch)).toMatchObject({
    name: 'printemps.csv',
    state: 'preview',
    issuerId,
    total: 1,
    encoding: 'utf-8',
    columns: [
      { header: 'Courriel', meaning: 'email' },
      { header: 'Nom', meaning: 'name' },
      { header: 'Heures', meaning: 'kept' },
    ],
  });
  expect(await hub.given.rowsOf('award_batch_row')).toMatchObject([
    { line: 2, cells: ['wen@lantern.example', 'Wen', '44'], email: 'wen@lantern.example', problems: [], bad: false },
  ]);
  expect(await hub.given.rowsOf('award')).toEqual([]);
  expect((await hub.events()).at(-1)).toMatchObject({ verb: 'batch.opened', object: batch });
});

it('takes a mere list of addresses', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();

  await hub.given.batch(issuer, id, 'wen@lantern.example\nbram@kettle.example\n');

  expect(await hub.given.rowsOf('award_batch_row')).toMatchObject([
    { line: 1, email: 'wen@lantern.example' },
    { line: 2, email: 'bram@kettle.example' },
  ]);
});

it('marks the second row of one address, and whom the badge went to before', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  await hub.given.award(issuer, id, 'bram@kettle.example');

  await hub.given.batch(issuer, id, 'email\nwen@lantern.example\nbram@kettle.example\nWEN@lantern.example\n');

  expect(await hub.db.selectFrom('award_batch_row').selectAll().orderBy('line').execute()).toMatchObject([
    { line: 2, duplicate_of: null, awarded_before: false, bad: false },
    { line: 3, duplicate_of: null, awarded_before: true, bad: false },
    { line: 4, duplicate_of: 2, awarded_before: false, bad: true },
  ]);
});

it.each([
  ['an empty file', '', { code: 'award.file-not-readable', details: { problem: 'empty' } }],
  ['only a header', 'name,email\n', { code: 'award.no-recipients' }],
  ['a spreadsheet', 'PK\u0003\u0004', { code: 'award.file-not-readable', details: { problem: 'spreadsheet' } }],
  ['binary', 'email\n\u0000\n', { code: 'award.file-not-readable', details: { problem: 'binary' } }],
  [
    'an open quote',
    'email\n"a@b.example\n',
    { code: 'award.file-not-readable', details: { problem: 'quoteOpen', line: 2 } },
  ],
  [
    '61 columns',
    `${'a,'.repeat(60)}email\n`,
    { code: 'award.file-not-readable', details: { problem: 'tooManyColumns' } },
  ],
])('refuses %s and leaves nothing behind', async (_name, content, refusal) => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();

  await expect(hub.given.batch(issuer, id, content)).rejects.toMatchObject(refusal);

  expect(await hub.given.rowsOf('award_batch')).toEqual([]);
  expect(await hub.given.rowsOf('award_batch_row')).toEqual([]);
});

it('refuses people who do not issue the badge, and badges that are not published', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const stranger = await hub.given.person('A Stranger');

  await expect(hub.given.batch(stranger, id, 'email\na@b.example\n')).rejects.toMatchObject({
    code: 'award.not-an-issuer',
  });
  await hub.db.updateTable('achievement').set({ state: 'archived' }).execute();
  await expect(hub.given.batch(issuer, id, 'email\na@b.example\n')).rejects.toMatchObject({
    code: 'achievement.not-published',
  });
});
