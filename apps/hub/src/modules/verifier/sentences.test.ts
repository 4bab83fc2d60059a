import { checkRemedies, checkSentences } from 'openbadges';
import { expect, it } from 'vitest';
import { repositoryPath } from '../../platform/paths.ts';
import { loadMessages } from '../../web/catalogues.ts';
import { memberKinds } from './known-issuers.ts';
import { checkOrder } from './model.ts';
import { summaryNames } from './summary.ts';
import { sayCheck } from './views/say-check.ts';

const messages = loadMessages(repositoryPath('apps/hub/messages'), { pseudoLocales: false });
const p = {
  t: (key: string, values = {}) => messages.say('en', key, values),
  date: (value: Date | string) => new Date(value).toISOString().slice(0, 10),
};
const report = { checks: [], checkedAt: '2031-03-04T10:00:00Z' };

it('has a sentence for every code a check can have', () => {
  const missing = Object.keys(checkSentences).filter((code) => !messages.has(`verifier.check.${code}`));

  expect(missing).toEqual([]);
});

it('has what can be done for every code of which the library says it', () => {
  const missing = Object.keys(checkRemedies).filter((code) => !messages.has(`verifier.remedy.${code}`));

  expect(missing).toEqual([]);
});

it.each(Object.keys(checkSentences))('can say %s without any of its values', (code) => {
  const check = { id: 'shape' as const, outcome: 'unknown' as const, code, values: {}, sentence: '' };

  const { sentence } = sayCheck(p, check, report);

  expect(sentence.length).toBeGreaterThan(10);
  expect(sentence).not.toMatch(/^verifier\.|[{}]/);
});

it('names every value of a check that the library names', () => {
  const values = Object.fromEntries(
    Object.values(checkSentences).flatMap((sentence) =>
      [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, `<${name}>`]),
    ),
  );
  const forgotten = Object.entries(checkSentences).filter(([code, sentence]) => {
    const check = { id: 'shape' as const, outcome: 'unknown' as const, code, values, sentence: '' };
    const said = sayCheck(p, check, report).sentence;
    return [...sentence.matchAll(/\{(\w+)\}/g)].some(([, name]) => !said.includes(`<${name}>`));
  });

  expect(forgotten).toEqual([]);
});

it('has a word, a sentence and a name for everything an answer can be', () => {
  const keys = [
    ...summaryNames.flatMap((name) => [`verifier.word.${name}`, `verifier.say.${name}`]),
    ...checkOrder.map((id) => `verifier.name.${id}`),
    ...memberKinds.map((kind) => `verifier.as.${kind.replaceAll(' ', '-')}`),
  ];

  expect(keys.filter((key) => !messages.has(key))).toEqual([]);
});

it('never calls anybody trusted', () => {
  const all = [
    ...Object.keys(checkSentences).map((code) => `verifier.check.${code}`),
    ...summaryNames.map((name) => `verifier.say.${name}`),
  ];

  expect(all.filter((key) => /trust/i.test(messages.say('en', key, valuesForAll)))).toEqual([]);
});

const valuesForAll = new Proxy(
  {},
  {
    get: () => 'x',
    has: () => true,
    getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 'x' }),
  },
);
