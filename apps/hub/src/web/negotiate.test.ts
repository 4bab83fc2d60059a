import { expect, it } from 'vitest';
import { negotiate } from './negotiate.ts';

const offers = ['text/html', 'application/json', 'application/did+json'] as const;

it.each([
  [undefined, 'text/html'],
  ['', 'text/html'],
  ['*/*', 'text/html'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  ['application/json', 'application/json'],
  ['application/*', 'application/json'],
  ['APPLICATION/JSON; charset=utf-8', 'application/json'],
  ['application/json;q=0.5, application/did+json', 'application/did+json'],
  ['text/html;q=0, */*', 'application/json'],
  ['text/html;q=nonsense, application/json;q=0.1', 'application/json'],
  [';;;,,,/,text', 'text/html'],
  ['image/png', undefined],
  ['application/json;q=0', undefined],
])('answers Accept: %s with %s', (accept, expected) => {
  expect(negotiate(accept, offers)).toBe(expected);
});
