import { describe, expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { beginVersion } from './begin-version.ts';
import { changeState } from './change-state.ts';
import { defineAchievement } from './define-achievement.ts';
import { editAchievement } from './edit-achievement.ts';
import { type AchievementContent, emptyContent } from './model.ts';
import { findAchievement, lockAchievement } from './store.ts';

const complete: AchievementContent = {
  ...emptyContent,
  name: 'Ferry pilot',
  description: 'Can bring a ferry across.',
  criteria: [{ text: 'Crosses alone' }],
  design: { shape: 'arch', ground: 'full', icon: 'ship', primary: '#1b2a5c', secondary: '#f5b71a' },
  imageAlt: 'A ship',
};

async function draft(content: Partial<AchievementContent> = complete) {
  const hub = await testHub();
  const who = await hub.given.issuer();
  return { hub, ...who, ...(await defineAchievement(hub, who.issuer, who.issuerId, content)) };
}

describe('publishing', () => {
  it('is refused while something is missing, and names it', async () => {
    const { hub, issuer, id } = await draft({ name: 'Ferry pilot' });

    const attempt = changeState(hub, issuer, id, 'publish');

    await expect(attempt).rejects.toMatchObject({
      code: 'achievement.incomplete',
      details: { missing: 'description, criteria, image' },
    });
  });

  it('of the same draft twice at once happens once', async () => {
    const { hub, issuer, id } = await draft();
    const publish = () => changeState(hub, issuer, id, 'publish');

    const results = await Promise.allSettled([publish(), publish(), publish()]);

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await hub.events()).filter(({ verb }) => verb === 'achievement.published')).toHaveLength(1);
  });

  it('never lets an incomplete text slip through from an edit at the same moment', async () => {
    const { hub, issuer, id } = await draft();
    const emptied = { ...complete, description: '' };

    await Promise.allSettled([
      changeState(hub, issuer, id, 'publish'),
      editAchievement(hub, issuer, id, { content: emptied, revision: 1 }),
    ]);

    const after = await findAchievement(hub.db, id);
    expect([after?.state, after?.description]).not.toEqual(['published', '']);
  });

  it('and everything else is refused to a stranger', async () => {
    const { hub, id } = await draft();
    const stranger = await hub.given.person();

    for (const step of ['publish', 'archive', 'restore'] as const) {
      await expect(changeState(hub, stranger, id, step)).rejects.toMatchObject({ code: 'achievement.not-an-issuer' });
    }
    await expect(beginVersion(hub, stranger, id)).rejects.toMatchObject({ code: 'achievement.not-an-issuer' });
    await expect(editAchievement(hub, stranger, id, { content: complete, revision: 1 })).rejects.toMatchObject({
      code: 'achievement.not-an-issuer',
    });
  });

  it('of what is not there is refused', async () => {
    const { hub, issuer } = await draft();

    const attempt = changeState(hub, issuer, hub.newId('ach'), 'publish');

    await expect(attempt).rejects.toMatchObject({ code: 'achievement.not-found' });
  });
});

it('archives and restores, and neither twice', async () => {
  const { hub, issuer, id } = await draft();
  await expect(changeState(hub, issuer, id, 'archive')).rejects.toMatchObject({ code: 'achievement.not-published' });
  await changeState(hub, issuer, id, 'publish');

  await changeState(hub, issuer, id, 'archive');
  const archived = await findAchievement(hub.db, id);
  await changeState(hub, issuer, id, 'restore');

  expect(archived).toMatchObject({ state: 'archived', archivedAt: hub.clock() });
  expect(await findAchievement(hub.db, id)).toMatchObject({ state: 'published', archivedAt: undefined });
  await expect(changeState(hub, issuer, id, 'restore')).rejects.toMatchObject({ code: 'achievement.not-published' });
});

it('is locked for an award only as it was read', async () => {
  const { hub, issuer, id } = await draft();
  await changeState(hub, issuer, id, 'publish');
  const lock = (revision: number) =>
    hub.db.transaction().execute((tx) => lockAchievement(tx, { id, revision }, hub.clock()));
  await editAchievement(hub, issuer, id, { content: { ...complete, name: 'Ferry captain' }, revision: 2 });

  const results = [await lock(2), await lock(3), await lock(3)];

  expect(results).toEqual([false, true, true]);
  const edit = editAchievement(hub, issuer, id, { content: complete, revision: 3 });
  await expect(edit).rejects.toMatchObject({ code: 'achievement.locked' });
});

describe('a new version', () => {
  it('begins as a copy that can be changed while the awarded one stays', async () => {
    const { hub, issuer, id } = await draft();
    await changeState(hub, issuer, id, 'publish');
    await hub.db.transaction().execute((tx) => lockAchievement(tx, { id, revision: 2 }, hub.clock()));

    const next = await beginVersion(hub, issuer, id);
    await editAchievement(hub, issuer, next.id, { content: { ...complete, name: 'Ferry captain' }, revision: 1 });

    expect(await findAchievement(hub.db, next.id)).toMatchObject({ version: 2, series: id, name: 'Ferry captain' });
    expect(await findAchievement(hub.db, id)).toMatchObject({ name: 'Ferry pilot', state: 'published' });
  });

  it('is begun once, however many begin it', async () => {
    const { hub, issuer, id } = await draft();
    await changeState(hub, issuer, id, 'publish');

    const begun = await Promise.all([1, 2, 3, 4].map(() => beginVersion(hub, issuer, id)));

    expect(new Set(begun.map((version) => version.id)).size).toBe(1);
    expect(await hub.given.rowsOf('achievement')).toHaveLength(2);
  });

  it('takes the place of the older one when it is published', async () => {
    const { hub, issuer, id } = await draft();
    await changeState(hub, issuer, id, 'publish');
    const next = await beginVersion(hub, issuer, id);

    await changeState(hub, issuer, next.id, 'publish');

    expect(await findAchievement(hub.db, id)).toMatchObject({ state: 'archived' });
    expect(await findAchievement(hub.db, next.id)).toMatchObject({ state: 'published' });
    expect((await hub.events()).slice(-2)).toMatchObject([
      { verb: 'achievement.published', object: next.id },
      { verb: 'achievement.archived', object: id },
    ]);
  });
});
