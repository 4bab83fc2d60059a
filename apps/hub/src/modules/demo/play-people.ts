import { record } from '../../kernel/event.ts';
import type { Id, OrganizationId } from '../../kernel/ids.ts';
import { beginTies, createPerson } from '../accounts/index.ts';
import { insertActor, updateActor } from '../actors/index.ts';
import { answerAffiliation, declareAffiliation } from '../organizations/index.ts';
import { hours, later, momentOf } from './calendar-model.ts';
import { alliance } from './content/alliance.ts';
import { organizations } from './content/organizations.ts';
import { people } from './content/people.ts';
import { type DemoPerson, emailOf } from './model.ts';
import { type Act, actingAs, of, type Stage } from './stage.ts';

/** The alliance is opened, and people come. */
export function peopleActs(now: Date): Act[] {
  const opening: Act = { at: momentOf(now, alliance.opened + 1), play: openAlliance };
  return [
    opening,
    ...people.map((person): Act => ({ at: momentOf(now, person.joined), play: (stage) => join(stage, person) })),
    ...people.flatMap((person) => affiliationActs(now, person)),
  ];
}

async function openAlliance(stage: Stage): Promise<void> {
  const { app, tx } = stage;
  const id = app.newId('hub');
  const { name, summary, lang, timeZone } = alliance;
  await insertActor(tx, { id, kind: 'hub', name, summary, lang, timeZone, demo: true, createdAt: app.clock() });
  stage.issuers.set('alliance', id);
}

async function join(stage: Stage, who: DemoPerson): Promise<void> {
  const { app, tx } = stage;
  const { key, name, title, visibility, locale } = who;
  const email = emailOf(who, organizations);
  const { person, personId, events } = await createPerson(app, tx, {
    ...{ name, email, verified: true, demo: true },
    locale: locale ?? 'en',
    timeZone: alliance.timeZone,
  });
  stage.people.set(key, personId);
  await updateActor(tx, personId, { visibility, summary: `${title}.` });
  if (key !== alliance.steward) return record(app, tx, ...events);
  const hubId = of(stage.issuers, 'alliance');
  const tie = { id: app.newId('tie'), subject: personId, object: hubId, kind: 'steward' as const, role: null };
  await beginTies(tx, [{ ...tie, by: personId }], app.clock());
  const made = { verb: 'alliance.made', by: person, about: hubId };
  await record(app, tx, made, ...events, { verb: 'steward.began', by: person, about: personId });
}

/** Some still wait for an answer, and one was told that they do not work there any more. */
const unanswered = ['meadow', 'isaac'];
const refused: Record<string, string> = { elias: 'You left us for the tulips in spring. Come back any time.' };

function affiliationActs(now: Date, { key, home, joined }: DemoPerson): Act[] {
  const organization = organizations.find((one) => one.key === home);
  const owner = organization?.staff[0]?.person;
  if (!organization || !owner || owner === key) return [];
  const asked = momentOf(now, Math.min(joined, organization.joined) - 2);
  let id: Id<'tie'> | undefined;
  const ask: Act = {
    at: asked,
    async play(stage) {
      id = await declareAffiliation(stage.app, await actingAs(stage, key), organizationOf(stage, home));
    },
  };
  if (unanswered.includes(key)) return [ask];
  const answer: Act = {
    at: later(asked, hours(40)),
    async play(stage) {
      if (!id) throw new Error('An affiliation is asked before it is answered');
      const reason = refused[key];
      const given = reason ? { id, confirmed: false as const, reason } : { id, confirmed: true as const };
      await answerAffiliation(stage.app, await actingAs(stage, owner), organizationOf(stage, home), given);
    },
  };
  return [ask, answer];
}

export const organizationOf = (stage: Stage, key: string) => of(stage.issuers, key) as OrganizationId;
