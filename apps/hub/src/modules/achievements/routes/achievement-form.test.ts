import { describe, expect, it } from 'vitest';
import { AchievementForm, contentOf, designOf } from './achievement-form.ts';

const filled = {
  name: 'Oral history interviewer',
  achievementType: 'Badge',
  lang: 'en',
  'criteria.0': 'Lets the speaker lead',
  picture: 'design',
  shape: 'scallop',
  ground: 'full',
  icon: 'cassette',
  palette: 'navy-yellow',
};

describe('the editor’s form', () => {
  it('becomes what is kept', () => {
    const form = AchievementForm.parse({
      ...filled,
      achievementType: 'ext',
      ownType: 'ext:Micro.Skill-1',
      tags: 'sea, "food, drink"',
      validMonths: '24',
      evidenceRequired: 'on',
      'alignments.3.targetName': 'Interviewing',
      'alignments.3.targetUrl': 'https://example.org/1',
      'alignments.3.targetCode': ' ',
    });

    expect(contentOf(form)).toMatchObject({
      criteria: [{ text: 'Lets the speaker lead' }],
      achievementType: 'ext:Micro.Skill-1',
      tags: ['sea', 'food, drink'],
      validMonths: 24,
      evidenceRequired: true,
      alignments: [{ targetName: 'Interviewing', targetUrl: 'https://example.org/1' }],
    });
    expect(designOf(form)).toEqual({
      shape: 'scallop',
      ground: 'full',
      icon: 'cassette',
      primary: '#1b2a5c',
      secondary: '#f5b71a',
    });
  });

  it('loses characters that turn the reading direction or end a line', () => {
    const form = AchievementForm.parse({ ...filled, name: 'Ferry\u202e pilot\u2028\u0007' });

    expect(form.name).toBe('Ferry pilot');
  });

  it.each([
    ['an address that runs', { 'alignments.0.targetName': 'X', 'alignments.0.targetUrl': 'javascript:alert(1)' }],
    ['an address with a password', { 'alignments.0.targetName': 'X', 'alignments.0.targetUrl': 'https://a:b@c.org' }],
    [
      'an alignment without a name',
      { 'alignments.0.targetUrl': 'https://example.org/1', 'alignments.0.targetName': '' },
    ],
    [
      'a target type of no vocabulary',
      {
        'alignments.0.targetName': 'X',
        'alignments.0.targetUrl': 'https://example.org/1',
        'alignments.0.targetType': 'Nonsense',
      },
    ],
    ['a criterion that is too long', { 'criteria.0': 'x'.repeat(501) }],
    ['a type of no vocabulary', { achievementType: 'Boost' }],
    ['an own type without a word', { achievementType: 'ext', ownType: '' }],
    ['an own type of two words', { achievementType: 'ext', ownType: 'two words' }],
    ['a validity that is no number', { validMonths: 'twelve' }],
    ['a validity of nothing', { validMonths: '0' }],
    ['a language that nobody speaks', { lang: 'tlh' }],
    ['a ribbon that is too long', { ribbon: 'This word is far too long' }],
    ['a ribbon with a line break', { ribbon: 'two\nlines' }],
    ['a shape that is not offered', { shape: 'blob' }],
    ['an ink that is none', { palette: 'own', primary: 'red' }],
    ['a name that is too long', { name: 'x'.repeat(201) }],
    ['a criterion that is too long', { 'criteria.0': 'x'.repeat(501) }],
    ['too many tags', { tags: Array.from({ length: 31 }, (_, index) => `tag ${index}`).join(',') }],
    ['a tag that is too long', { tags: 'x'.repeat(61) }],
  ])('is refused with %s', (_, mistake) => {
    const result = AchievementForm.safeParse({ ...filled, ...mistake });

    const [field = ''] = Object.keys(mistake).slice(-1);
    expect(result.error?.issues.map(({ path }) => path.join('.')).join(' ')).toContain(fieldOf[field] ?? field);
  });
});

/** Where a mistake is said when it is not where it was made. */
const fieldOf: Record<string, string> = {
  ownType: 'achievementType',
  shape: 'design.shape',
  primary: 'design.primary',
};
