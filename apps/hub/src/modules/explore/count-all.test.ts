import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';
import { countAll } from './store.ts';

it('counts what people hold only while they are here', async () => {
  const hub = await testHub();
  const { id, issuer } = await hub.given.issuedBadge();
  const award = await hub.given.award(issuer, id);
  const wen = await hub.given.account();
  await hub.db
    .updateTable('award')
    .set({ state: 'claimed', recipient: wen.personId, claimed_at: hub.clock() })
    .where('id', '=', award.id)
    .execute();
  const before = await countAll(hub.db);

  await hub.db.updateTable('actor').set({ ended_at: hub.clock() }).where('id', '=', wen.personId).execute();

  expect(before).toMatchObject({ awarded: 1, accepted: 1, holders: 1 });
  expect(await countAll(hub.db)).toMatchObject({ awarded: 1, accepted: 0, holders: 0 });
});
