import { system } from '../../kernel/actor.ts';
import { record } from '../../kernel/event.ts';
import { findAchievement } from '../achievements/index.ts';
import { makeAwards, markBounced, markSent, type Recipient } from '../awards/index.ts';
import { hours, later, momentOf, notAfter } from './calendar-model.ts';
import { personOf } from './cast-model.ts';
import { achievements } from './content/achievements.ts';
import { people, stranger } from './content/people.ts';
import { type PlannedAward, type PlannedSession, tell } from './model.ts';
import { planAwards } from './plan-awards.ts';
import { answerActs } from './play-answers.ts';
import { playFile } from './play-file.ts';
import { type Act, actingAs, of, type Stage } from './stage.ts';

/** Time between awarding and the letter. */
const undo = hours(1);

/** Awards are made, letters go out, and each recipient does something about it or does not. */
export function awardActs(now: Date): Act[] {
  return planAwards({ achievements, people, stranger }).flatMap((session) => {
    const made = momentOf(now, session.made);
    const makes: Act = { at: made, play: (stage) => make(stage, session) };
    if (session.sendIn !== undefined) return [makes];
    const sent = later(made, undo);
    const leave: Act = { at: notAfter(now, sent), play: (stage) => sendLetters(stage, session) };
    return [makes, leave, ...session.awards.flatMap((award) => answerActs(now, { award, session, made, sent }))];
  });
}

async function make(stage: Stage, session: PlannedSession): Promise<void> {
  const { app, tx, now } = stage;
  const { by, message = '' } = plannedOf(session);
  const actor = await actingAs(stage, by);
  const achievement = await findAchievement(tx, of(stage.achievements, session.achievement));
  if (!achievement) throw new Error(`${session.achievement} was not defined`);
  const recipients = session.awards.map(recipientOf);
  const sendAt = session.sendIn ? later(now, hours(24 * session.sendIn)) : later(app.clock(), undo);
  const awards = session.file
    ? await playFile(stage, actor, achievement.id, { name: session.file, recipients, message, sendAt })
    : await makeAwards(app, tx, actor, achievement, { recipients, message, sendAt });
  for (const [place, award] of session.awards.entries()) {
    const made = awards.find(({ recipientEmail }) => recipientEmail === recipients[place]?.email);
    if (made) stage.awards.set(award, made.id);
  }
}

function plannedOf({ achievement }: PlannedSession) {
  const planned = achievements.find(({ key }) => key === achievement);
  if (!planned) throw new Error(`There is no ${achievement}`);
  return planned;
}

function recipientOf({ recipient, story }: PlannedAward): Recipient {
  const { name, email } = 'person' in recipient ? personOf(recipient.person) : recipient;
  return { name, email, ...(story ? tell(story, name) : {}) };
}

/** All letters of a session leave together; some come back. */
async function sendLetters({ app, tx, awards }: Stage, session: PlannedSession): Promise<void> {
  const ids = (wanted: (award: PlannedAward) => boolean) =>
    session.awards.filter(wanted).map((award) => of(awards, award));
  const back = ids(({ state }) => state === 'bounced');
  const sent = await markSent(
    tx,
    ids(({ state }) => state !== 'withdrawn' && state !== 'bounced'),
    app.clock(),
  );
  const bounced = back.length > 0 ? await markBounced(tx, back, app.clock()) : [];
  const event = (verb: string, data = {}) => {
    return ({ id, issuer }: (typeof sent)[number]) => ({ verb, by: system, about: id, onBehalfOf: issuer, data });
  };
  const returned = bounced.map(event('award.bounced', { failure: 'smtp-550' }));
  await record(app, tx, ...sent.map(event('award.sent')), ...returned);
}
