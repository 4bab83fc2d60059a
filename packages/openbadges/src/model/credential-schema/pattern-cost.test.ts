import { describe, expect, it } from 'vitest';
import { patternCost } from './pattern-cost.ts';

const endless = Number.POSITIVE_INFINITY;

describe('the work a pattern may make', () => {
  it.each([
    '(a+)+$',
    '(a|a)*b',
    '(a?){30}',
    '(?:a{1,9}){2,9}',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(.*)\\1',
    '(?=a)b',
    '(?<n>a)\\k<n>',
    'a{100000}',
    `${'a'.repeat(1001)}`,
  ])('is endless for %s', (pattern) => {
    expect(patternCost(pattern, 10)).toBe(endless);
  });

  it.each([
    ['^abc$', 1],
    ['abc', 101],
    ['^[a-z]{2,4}(-[A-Z][a-z]{3})?$', 202],
    ['^(one|two|three)$', 303],
    ['^\\d{4}-\\d\\d$', 1],
    ['^(\\.\\d)*x$', 101],
    ['^[a-z]+\\.[a-z]*\\.[a-z]+$', 101 ** 3],
    ['^[(+]\\($', 1],
  ])('of %s with a hundred characters is at most %d steps', (pattern, steps) => {
    expect(patternCost(pattern, 100)).toBe(steps);
  });

  it('grows with each choice that could be taken either way', () => {
    expect(patternCost('^a?a?a?a?$', 100)).toBe(16);
    expect(patternCost(`^${'(a|a)'.repeat(40)}b$`, 100)).toBeGreaterThan(1e12);
  });
});
