import { expect, it } from 'vitest';
import { BadgeDesign, contrastProblems } from '../achievements/design/index.ts';
import { missingParts } from '../achievements/model.ts';
import { achievements } from './content/achievements.ts';
import { organizations } from './content/organizations.ts';
import { people, stranger } from './content/people.ts';
import { workingGroups } from './content/working-groups.ts';
import { emailOf } from './model.ts';
import { planAwards } from './plan-awards.ts';

const cast = { achievements, people, stranger };

it.each(achievements)('draws $name so that everybody can read it', ({ design }) => {
  expect(BadgeDesign.parse(design)).toEqual(design);
  expect(contrastProblems(design)).toEqual([]);
});

it('varies shape, ground, icon and ribbon', () => {
  const designs = achievements.map(({ design }) => design);
  const different = (key: keyof (typeof designs)[number]) => new Set(designs.map((design) => design[key])).size;

  expect([different('shape'), different('ground')]).toEqual([9, 2]);
  expect(different('icon')).toBeGreaterThanOrEqual(28);
  expect(different('ribbon')).toBe(30);
});

it.each(achievements.filter(({ state }) => state !== 'draft'))('says all that $name needs', (achievement) => {
  const { name, description, design, criteria } = achievement;
  const content = { ...achievement, criteria: criteria.map((text) => ({ text })) };

  expect(missingParts({ ...content, criteriaNarrative: '', imageAlt: 'x', tags: [], lang: 'en' } as never)).toEqual([]);
  expect([name, description, design.ribbon].every(Boolean)).toBe(true);
});

it('names forty people, twenty organizations and thirteen groups whose mail reaches nobody', () => {
  const addresses = people.map((person) => emailOf(person, organizations));

  expect([people.length, organizations.length, workingGroups.length]).toEqual([40, 20, 13]);
  expect(new Set(addresses).size).toBe(40);
  expect(addresses.filter((address) => !/^[a-z]+@[a-z-]+\.example$/.test(address))).toEqual([]);
  expect(new Set(Array.from({ length: 300 }, (_, number) => stranger(number).email)).size).toBe(300);
});

it('tells about people only after they came', () => {
  const joined = new Map(people.map(({ key, joined }) => [key, joined]));
  const early = [...organizations, ...workingGroups].flatMap(({ joined: made, staff }) =>
    staff.filter(({ person, from }) => from > made || (joined.get(person) ?? 0) <= from),
  );

  expect(early).toEqual([]);
});

it('plans the same awards each time, and nobody gets one badge twice', () => {
  const plan = planAwards(cast);
  const given = plan.flatMap(({ achievement, awards }) =>
    awards.map(({ recipient }) => `${achievement} ${'person' in recipient ? recipient.person : recipient.email}`),
  );

  expect(planAwards(cast)).toEqual(plan);
  expect(given).toHaveLength(300);
  expect(new Set(given).size).toBe(300);
});
