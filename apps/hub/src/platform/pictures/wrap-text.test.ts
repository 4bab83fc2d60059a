import { expect, it } from 'vitest';
import { loadFace } from './faces.ts';
import { widthOf, wrapText } from './wrap-text.ts';

const room = { width: 300, size: 40, smallest: 20, lines: 2 };
const face = loadFace('poster');

it('short words stay at the full size in one line', () => {
  expect(wrapText(face, ' Bicycle \n mender ', room)).toEqual({ lines: ['Bicycle mender'], size: 40 });
});

it('long words grow smaller until they fit the lines there are', () => {
  const wrapped = wrapText(face, 'Somebody who mends bicycles for the neighbours', room);

  expect(wrapped.lines).toHaveLength(2);
  expect(wrapped.size).toBeLessThan(40);
  for (const line of wrapped.lines) expect(widthOf(face, line) * wrapped.size).toBeLessThanOrEqual(300);
});

it('what never fits ends in an ellipsis within the room', () => {
  const wrapped = wrapText(face, 'and so on '.repeat(60), room);

  expect(wrapped.lines).toHaveLength(2);
  expect(wrapped.lines[1]).toMatch(/…$/);
  expect(widthOf(face, wrapped.lines[1] ?? '') * wrapped.size).toBeLessThanOrEqual(300);
});

it('one word wider than the room is broken inside', () => {
  const wrapped = wrapText(face, 'Donaudampfschifffahrtsgesellschaftskapitän', { ...room, lines: 4, smallest: 40 });

  expect(wrapped.lines.length).toBeGreaterThan(1);
  expect(wrapped.lines.join('')).toBe('Donaudampfschifffahrtsgesellschaftskapitän');
});
