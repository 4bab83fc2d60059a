import { expect, it } from 'vitest';
import { altTextFor } from './alt-text.ts';
import { BadgeDesign } from './badge-design.ts';
import { contrastProblems } from './contrast-problems.ts';
import { designFromSeed } from './design-from-seed.ts';
import { iconNames } from './icons.ts';

const names = [
  'Bicycle mender',
  'Oral history interviewer',
  'Übersetzerin',
  '翻訳者',
  '',
  '🎉',
  'x'.repeat(300),
  'de la',
  '\ud800',
];

it.each(names)('the first design for “%s” is valid, readable and always the same', (name) => {
  const design = designFromSeed(name);

  expect(BadgeDesign.safeParse(design).success).toBe(true);
  expect(contrastProblems(design)).toEqual([]);
  expect(designFromSeed(name)).toEqual(design);
});

it('names lead to many different designs', () => {
  const designs = Array.from({ length: 200 }, (_, index) => designFromSeed(`Badge ${index}`));

  expect(new Set(designs.map((design) => design.icon)).size).toBeGreaterThan(40);
  expect(new Set(designs.map((design) => design.shape)).size).toBe(9);
});

it('the ribbon takes the longest word that fits, with a capital', () => {
  expect(designFromSeed('a mender of bicycles').ribbon).toBe('Bicycles');
});

it('the alternative text says name, form, icon and word', () => {
  const design = BadgeDesign.parse({
    shape: 'scallop',
    ground: 'full',
    icon: 'cassette',
    primary: '#1b2a5c',
    secondary: '#f5b71a',
    ribbon: 'Listener',
  });

  expect(altTextFor(design, 'Oral history interviewer')).toBe(
    'Badge: Oral history interviewer. In the shape of a scalloped roundel: a cassette. The ribbon says “Listener”.',
  );
});

it('every icon and shape has words in the catalogue', () => {
  const texts = iconNames.map((icon) => altTextFor({ ...designFromSeed('x'), icon }));
  for (const text of texts) expect(text).not.toContain('design.');
});
