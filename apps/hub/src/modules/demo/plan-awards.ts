import { type Dice, makeDice } from './dice.ts';
import type { DemoAchievement, DemoPerson, PlannedAward, PlannedSession } from './model.ts';

type State = PlannedAward['state'];

/** How many awards end in each state; what is left over is claimed. */
export const plannedStates = {
  scheduled: 18,
  expired: 9,
  sent: 34,
  opened: 22,
  bounced: 8,
  declined: 9,
  withdrawn: 6,
  suspended: 5,
  revoked: 11,
} as const satisfies Partial<Record<State, number>>;

/** Whoever looks around as a holder should find something in the backpack. */
export const favourite = 'noor';

interface Slot {
  session: PlannedSession;
  achievement: DemoAchievement;
  state: State;
}

interface Cast {
  achievements: DemoAchievement[];
  people: DemoPerson[];
  /** People known by an address only, without end. */
  stranger: (number: number) => { name: string; email: string };
}

/** Who was awarded what, when, and what became of it. The same each time. */
export function planAwards({ achievements, people, stranger }: Cast): PlannedSession[] {
  const dice = makeDice(2014);
  const sessions = achievements.filter(({ awards }) => awards > 0).flatMap((one) => sessionsOf(one, dice));
  const slots = sessions.flatMap(({ session, achievement, size }) =>
    Array.from({ length: size }, (): Slot => ({ session, achievement, state: 'claimed' })),
  );
  dealStates(slots, dice);
  castRecipients(slots, { people, stranger }, dice);
  return sessions.map(({ session }) => session);
}

/** Achievements that are awarded in the next days, and how many days from now the letters leave. */
const planned: Record<string, number> = { 'question-answered': 5, 'summer-of-learning': 12, 'first-hour': 2 };
const plannedSize = 6;

/** A file of recipients that went out three weeks ago. */
const files: Record<string, { name: string; size: number; made: number }> = {
  'oral-history': { name: 'interviewers-autumn.csv', size: 14, made: 21 },
};

/** Until when they were awarded, in days ago; others still are. */
const awardedUntil: Record<string, number> = {
  'founding-member': 420,
  'oral-history-1': 418,
  'guide-to-the-machines': 100,
};

function sessionsOf(achievement: DemoAchievement, dice: Dice) {
  const { key, awards, defined } = achievement;
  const made: { session: PlannedSession; achievement: DemoAchievement; size: number }[] = [];
  const add = (size: number, more: Omit<PlannedSession, 'achievement' | 'awards'>) =>
    made.push({ session: { achievement: key, awards: [], ...more }, achievement, size });
  let left = awards;
  const [sendIn, file] = [planned[key], files[key]];
  if (sendIn !== undefined) {
    add(plannedSize, { made: 0.1 + sendIn / 100, sendIn });
    left -= plannedSize;
  }
  if (file) {
    add(file.size, { made: file.made, file: file.name });
    left -= file.size;
  }
  const newest = awardedUntil[key] ?? 3;
  while (left > 0) {
    const size = Math.min(left, 2 + dice.roll(5));
    // more of them lately than long ago
    const share = ((dice.roll(1000) + 1) / 1000) ** 1.4;
    add(size, { made: Math.round(newest + (defined - 8 - newest) * share) });
    left -= size;
  }
  return made;
}

function dealStates(slots: Slot[], dice: Dice): void {
  const waiting = slots.filter(({ session }) => session.sendIn !== undefined);
  for (const slot of waiting) slot.state = 'scheduled';
  const deal = (state: Exclude<keyof typeof plannedStates, 'scheduled'>, fits: (days: number) => boolean) => {
    const free = slots.filter((slot) => slot.state === 'claimed' && fits(slot.session.made));
    for (const slot of dice.shuffle(free).slice(0, plannedStates[state])) slot.state = state;
  };
  deal('expired', (days) => days > 400);
  deal('sent', (days) => days < 120);
  deal('opened', (days) => days < 150);
  deal('bounced', (days) => days < 260);
  deal('declined', () => true);
  deal('withdrawn', () => true);
  deal('suspended', (days) => days > 30 && days < 420);
  deal('revoked', (days) => days > 12);
}

const accepted: State[] = ['claimed', 'suspended', 'revoked'];
const reasons: Partial<Record<State, string[]>> = {
  revoked: [
    'Awarded twice by mistake; the earlier one stays.',
    'The evidence was of another person with the same name.',
    'The recipient asked for it to be taken back.',
    'One of the two signatures on the sheet turned out to be missing.',
  ],
  suspended: [
    'The yearly practice is overdue; it comes back with the next practice sheet.',
    'Two assessors are looking at the evidence again.',
  ],
  withdrawn: ['Sent from the wrong list.', 'The address belongs to somebody else.'],
};

function castRecipients(slots: Slot[], { people, stranger }: Omit<Cast, 'achievements'>, dice: Dice): void {
  const taken = new Set<string>();
  let strangers = 0;
  for (const { session, achievement, state } of slots) {
    const known = accepted.includes(state) || (!['expired', 'bounced'].includes(state) && dice.roll(3) === 0);
    const person = known ? castPerson(achievement, session, people, taken, dice) : undefined;
    if (person) taken.add(`${achievement.key} ${person}`);
    const why = reasons[state];
    session.awards.push({
      recipient: person ? { person } : stranger(strangers++),
      state,
      ...storyOf(achievement, dice),
      visibility: dice.pick(['public', 'public', 'public', 'link', 'private'] as const),
      ...(why ? { reason: dice.pick(why) } : {}),
      opened: 1 + dice.roll(60),
      answered: dice.roll(72),
    });
  }
}

function storyOf({ stories, evidenceRequired }: DemoAchievement, dice: Dice): Pick<PlannedAward, 'story'> {
  const told = evidenceRequired ? stories.filter(({ evidence }) => evidence) : stories;
  if (told.length === 0 || (!evidenceRequired && dice.roll(10) < 3)) return {};
  return { story: dice.pick(told) };
}

/** Somebody who did not get it yet, and has an account within the year in which the link works. */
function castPerson(
  achievement: DemoAchievement,
  session: PlannedSession,
  people: DemoPerson[],
  taken: Set<string>,
  dice: Dice,
): string | undefined {
  const free = people.filter(
    ({ key, joined }) =>
      key !== achievement.by && session.made - joined < 300 && !taken.has(`${achievement.key} ${key}`),
  );
  const first = free.find(({ key, joined }) => key === favourite && joined > session.made);
  if (first && dice.roll(12) === 0) return first.key;
  return free.length > 0 ? dice.pick(free).key : undefined;
}
