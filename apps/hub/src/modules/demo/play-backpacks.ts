import { makeCode } from '../awards/index.ts';
import { arrangeCollection, listHoldings, makeCollection, makeShareLink } from '../backpack/index.ts';
import { hours, later, momentOf } from './calendar-model.ts';
import { collections, type DemoCollection } from './content/collections.ts';
import { type Act, actingAs, of, type Stage } from './stage.ts';

/** Holders arrange what they have and show it; two issuers put a code on the wall. */
export function backpackActs(now: Date): Act[] {
  return [
    ...collections.map((one): Act => ({ at: momentOf(now, one.made), play: (stage) => arrange(stage, one) })),
    {
      at: momentOf(now, 13),
      play: (stage) => putUpCode(stage, 'summer-of-learning', 'wen', 'On the lighthouse door', 200),
    },
    {
      at: momentOf(now, 6),
      play: (stage) => putUpCode(stage, 'missing-street', 'sana', 'Sunday walk, Lower Steps', 25),
    },
  ];
}

async function arrange(stage: Stage, { person, title, text, visibility }: DemoCollection): Promise<void> {
  const { app, tx } = stage;
  const holder = await actingAs(stage, person);
  const holdings = await listHoldings(tx, holder.personId);
  const shown = holdings.filter((holding) => visibility === 'private' || holding.visibility !== 'private').slice(0, 5);
  const collection = await makeCollection(app, holder, { title, text, visibility });
  for (const { id } of shown) await arrangeCollection(app, holder, collection, { holding: id, how: 'put-in' });
  if (visibility !== 'link') return;
  const expiresAt = later(app.clock(), hours(24 * 60));
  await makeShareLink(app, holder, { of: { collection }, label: title, expiresAt });
}

async function putUpCode(stage: Stage, key: string, by: string, label: string, useLimit: number): Promise<void> {
  const closesAt = later(stage.now, hours(24 * 40));
  await makeCode(stage.app, await actingAs(stage, by), {
    ...{ achievementId: of(stage.achievements, key), label, useLimit, closesAt },
    opensAt: stage.app.clock(),
  });
}
