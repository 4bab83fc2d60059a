import { describe, expect, it } from 'vitest';
import { check, checkIds, inOrder } from './check.ts';
import { type CheckCode, checkRemedies, checkSentences } from './check-sentences.ts';

describe('the sentence of a check', () => {
  it.each(Object.entries({ ...checkSentences, ...checkRemedies }))(
    '%s is a sentence with named places',
    (_, sentence) => {
      const withoutPlaces = sentence.replace(/\{[a-z]+\}/g, '…');

      expect(withoutPlaces).not.toMatch(/[{}]/);
      expect(sentence).toMatch(/^[A-ZÅ„{].*[.}]$/);
      expect(sentence.toLowerCase()).not.toContain('trusted');
    },
  );

  it('exists for every remedy', () => {
    expect(Object.keys(checkRemedies).filter((code) => !(code in checkSentences))).toEqual([]);
  });

  it('says the values, each cut to a bearable length', () => {
    const made = check('proof', 'unknown', 'proof.unsupported', { suite: 'x'.repeat(10_000) });

    expect(made.sentence.length).toBeLessThan(500);
    expect(made.values.suite).toHaveLength(300);
  });

  it('never takes a value for a sentence', () => {
    const made = check('shape', 'failed', 'shape.id-differs' satisfies CheckCode, { url: '{id}', id: 'a' });

    expect(made.sentence).toBe('The document at {id} calls itself a.');
  });
});

it('the checks that were not made say so, in their places', () => {
  const checks = inOrder([check('dates', 'passed', 'dates.current')]);

  expect(checks.map(({ id }) => id)).toEqual(checkIds);
  expect(checks.filter(({ code }) => code.endsWith('.not-reached'))).toHaveLength(7);
});
