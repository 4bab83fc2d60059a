import type { Person } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { findAchievement } from '../achievements/index.ts';
import { changeAward, makeAwards, markOpened, noteLetter, type Recipient } from '../awards/index.ts';
import { acceptIn, declineAward } from '../backpack/index.ts';
import { hours, later, momentOf, notAfter } from './calendar-model.ts';
import { achievements } from './content/achievements.ts';
import { alliance } from './content/alliance.ts';
import { organizations } from './content/organizations.ts';
import { people, stranger } from './content/people.ts';
import { workingGroups } from './content/working-groups.ts';
import { emailOf, type PlannedAward, type PlannedSession, tell } from './model.ts';
import { planAwards } from './plan-awards.ts';
import { playFile } from './play-file.ts';
import { type Act, actingAs, of, type Stage } from './stage.ts';

/** Awards are made, letters go out, and each recipient does something about it or does not. */
export function awardActs(now: Date): Act[] {
  return planAwards({ achievements, people, stranger }).flatMap((session) => {
    const made = momentOf(now, session.made);
    const makes: Act = { at: made, play: (stage) => make(stage, session) };
    return [makes, ...session.awards.flatMap((award) => whatCameOfIt(now, session, award))];
  });
}

async function make(stage: Stage, session: PlannedSession): Promise<void> {
  const { app, tx, now } = stage;
  const planned = of(new Map(achievements.map((one) => [one.key, one])), session.achievement);
  const actor = await actingAs(stage, planned.by);
  const achievement = await findAchievement(tx, of(stage.achievements, session.achievement));
  if (!achievement) throw new Error(`${session.achievement} was not defined`);
  const recipients = session.awards.map(recipientOf);
  const message = planned.message ?? '';
  const sendAt = session.sendIn ? later(now, hours(24 * session.sendIn)) : later(app.clock(), undo);
  const awards = session.file
    ? await playFile(stage, actor, achievement.id, { name: session.file, recipients, message, sendAt })
    : await makeAwards(app, tx, actor, achievement, { recipients, message, sendAt });
  for (const [place, award] of session.awards.entries()) {
    const made = awards.find(({ recipientEmail }) => recipientEmail === recipients[place]?.email);
    if (made) stage.awards.set(award, made.id);
  }
}

function recipientOf({ recipient, story }: PlannedAward): Recipient {
  const who = 'person' in recipient ? personOf(recipient.person) : recipient;
  return { ...who, ...(story ? tell(story, who.name) : {}) };
}

function personOf(key: string): { name: string; email: string; joined: number } {
  const person = people.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody is called ${key}`);
  return { name: person.name, email: emailOf(person, organizations), joined: person.joined };
}

/** Time between awarding and the letter. */
const undo = hours(1);

type Play = (stage: Stage, id: Id<'awd'>, award: PlannedAward) => Promise<unknown>;

/** What happens to an award after it was made, by the state in which it ends. */
function whatCameOfIt(now: Date, session: PlannedSession, award: PlannedAward): Act[] {
  const made = momentOf(now, session.made);
  const act = (at: Date, play: Play): Act => ({
    at: notAfter(now, at),
    play: async (stage) => void (await play(stage, of(stage.awards, award), award)),
  });
  const sent = later(made, undo);
  const opened = later(sent, hours(award.opened));
  const answered = later(opened, hours(award.answered));
  const by = ownerOf(session.achievement);
  const issuerSays =
    (verb: 'withdraw' | 'suspend' | 'revoke'): Play =>
    async (stage, id, { reason }) =>
      changeAward(stage.app, await actingAs(stage, by), id, verb, reason ?? '');

  switch (award.state) {
    case 'scheduled':
      return [];
    case 'withdrawn':
      return [act(later(made, undo / 3), issuerSays('withdraw'))];
    case 'bounced':
      return [act(sent, letter('failed'))];
    case 'sent':
    case 'expired':
      return [act(sent, letter('sent'))];
    case 'opened':
      return [act(sent, letter('sent')), act(opened, open)];
    case 'declined':
      return [act(sent, letter('sent')), act(opened, open), act(answered, decline)];
    default: {
      const claimed = notAfter(now, later(accountAfter(now, award, answered), 0));
      const acts = [act(sent, letter('sent')), act(opened, open), act(claimed, claim)];
      if (award.state === 'claimed') return acts;
      const verb = award.state === 'suspended' ? 'suspend' : 'revoke';
      return [...acts, act(later(claimed, hours(24 * (9 + award.opened))), issuerSays(verb))];
    }
  }
}

/** Whoever designed the badge may have left since; the owner stays. */
function ownerOf(achievement: string): string {
  const issuer = achievements.find(({ key }) => key === achievement)?.issuer;
  const home = [...organizations, ...workingGroups].find(({ key }) => key === issuer);
  return home?.staff[0]?.person ?? alliance.steward;
}

/** A badge may have waited for somebody who came later. */
function accountAfter(now: Date, { recipient }: PlannedAward, at: Date): Date {
  if (!('person' in recipient)) throw new Error('Only people with an account accept');
  const joined = later(momentOf(now, personOf(recipient.person).joined), hours(1));
  return joined > at ? joined : at;
}

const letter =
  (state: 'sent' | 'failed'): Play =>
  ({ app, tx }, about) =>
    noteLetter(app, tx, { about, state, ...(state === 'failed' ? { failure: 'smtp-550' } : {}) });

const open: Play = ({ app, tx }, id) => markOpened(tx, id, app.clock());

const claim: Play = async (stage, id, { recipient, visibility }) =>
  acceptIn(stage.app, stage.tx, await recipientActor(stage, recipient), id, visibility);

const decline: Play = async (stage, id, { recipient }) =>
  declineAward(
    stage.app,
    'person' in recipient && stage.people.has(recipient.person)
      ? await recipientActor(stage, recipient)
      : { kind: 'visitor' },
    id,
    '',
  );

function recipientActor(stage: Stage, recipient: PlannedAward['recipient']): Promise<Person> {
  if (!('person' in recipient)) throw new Error('Only people with an account accept');
  return actingAs(stage, recipient.person);
}
