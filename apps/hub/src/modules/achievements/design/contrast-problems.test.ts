import { expect, it } from 'vitest';
import { type BadgeDesign, grounds } from './badge-design.ts';
import { contrastProblems } from './contrast-problems.ts';
import { contrastOf, cream } from './inks.ts';
import { fullPalettes, palettes } from './palettes.ts';

const design: BadgeDesign = {
  shape: 'arch',
  ground: 'cream',
  icon: 'keystone',
  primary: '#1b2a5c',
  secondary: '#d23921',
  ribbon: 'Founding',
};

it('black on white has the contrast that the standard says', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('every palette reads well on each ground it is meant for', () => {
  const tried = [
    ...palettes.flatMap((palette) => grounds.map((ground) => ({ ...palette, ground }))),
    ...fullPalettes.map((palette) => ({ ...palette, ground: 'full' as const })),
  ];

  for (const { name, ...palette } of tried)
    expect([name, contrastProblems({ ...design, ...palette })]).toEqual([name, []]);
});

it('a yellow icon on cream is found, with the nearest ink that can be seen', () => {
  const pale = { ...design, primary: '#f5e6a0' };

  const [problem] = contrastProblems(pale);

  expect(problem).toMatchObject({ ink: 'primary', part: 'icon', wanted: 3 });
  expect(problem?.found).toBeLessThan(1.3);
  const mended = { ...pale, primary: problem?.suggestion ?? '' };
  expect(contrastProblems(mended)).toEqual([]);
  expect(contrastOf(mended.primary, cream)).toBeLessThan(3.3);
});

it('a ribbon on which neither cream nor navy reads is found', () => {
  const dull = { ...design, secondary: '#8c7f6d' };

  const [problem] = contrastProblems(dull);

  expect(problem).toMatchObject({ ink: 'secondary', part: 'word', wanted: 4.5 });
  expect(contrastProblems({ ...dull, secondary: problem?.suggestion ?? '' })).toEqual([]);
});

it('a ribbon in the ink of the badge itself is found, and without a ribbon it is no matter', () => {
  const alike = { ...design, secondary: design.primary };

  expect(contrastProblems(alike).map((problem) => problem.part)).toEqual(['ribbon']);
  expect(contrastProblems({ ...alike, ribbon: undefined })).toEqual([]);
});
