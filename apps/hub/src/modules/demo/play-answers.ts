import { visitor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { changeAward, type IssuerVerb, markOpened } from '../awards/index.ts';
import { acceptIn, declineAward } from '../backpack/index.ts';
import { hours, later, momentOf, notAfter } from './calendar-model.ts';
import { ownerOf, personOf } from './cast-model.ts';
import type { PlannedAward, PlannedSession } from './model.ts';
import { type Act, actingAs, of, type Stage } from './stage.ts';

interface Given {
  award: PlannedAward;
  session: PlannedSession;
  made: Date;
  sent: Date;
}

type Play = (stage: Stage, id: Id<'awd'>) => Promise<unknown>;

/** What happens to an award after it was made, by the state in which it ends. */
export function answerActs(now: Date, { award, session, made, sent }: Given): Act[] {
  const act = (at: Date, play: Play): Act => ({
    at: notAfter(now, at),
    play: async (stage) => void (await play(stage, of(stage.awards, award))),
  });
  const opened = later(sent, hours(award.opened));
  const answered = later(opened, hours(award.answered));
  const says = (verb: IssuerVerb) => issuerSays(ownerOf(session.achievement), verb, award.reason ?? '');

  switch (award.state) {
    case 'scheduled':
    case 'bounced':
    case 'sent':
    case 'expired':
      return [];
    case 'withdrawn':
      return [act(later(made, hours(1 / 3)), says('withdraw'))];
    case 'opened':
      return [act(opened, open)];
    case 'declined':
      return [act(opened, open), act(answered, decline(award))];
    default: {
      const claimed = accountAfter(now, award, answered);
      const acts = [act(opened, open), act(claimed, claim(award))];
      if (award.state === 'claimed') return acts;
      const verb = award.state === 'suspended' ? 'suspend' : 'revoke';
      return [...acts, act(later(claimed, hours(24 * (9 + award.opened))), says(verb))];
    }
  }
}

/** A badge may have waited for somebody who came later. */
function accountAfter(now: Date, award: PlannedAward, at: Date): Date {
  const joined = later(momentOf(now, personOf(holderOf(award)).joined), hours(1));
  return joined > at ? joined : at;
}

function holderOf({ recipient }: PlannedAward): string {
  if (!('person' in recipient)) throw new Error('Only people with an account accept');
  return recipient.person;
}

const issuerSays = (by: string, verb: IssuerVerb, reason: string): Play => {
  return async (stage, id) => changeAward(stage.app, await actingAs(stage, by), id, verb, reason);
};

const open: Play = ({ app, tx }, id) => markOpened(tx, id, app.clock());

const claim = (award: PlannedAward): Play => {
  return async (stage, id) =>
    acceptIn(stage.app, stage.tx, await actingAs(stage, holderOf(award)), id, award.visibility);
};

const decline = ({ recipient }: PlannedAward): Play => {
  return async (stage, id) => {
    const hasAccount = 'person' in recipient && stage.people.has(recipient.person);
    await declineAward(stage.app, hasAccount ? await actingAs(stage, recipient.person) : visitor, id, '');
  };
};
