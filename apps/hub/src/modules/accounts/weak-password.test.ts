import { expect, it } from 'vitest';
import { whyNotPassword } from './policy.ts';

const wen = ['Wen Lanternfield', 'wen.lantern@example.org'];

it.each([
  'seven slow herons',
  'correct-horse-7',
  '早起きは三文の徳だよね',
  'x!9Qm2#zPl',
  ` ${'long '.repeat(150)}and odd`,
])('takes %s', (password) => {
  expect(whyNotPassword(password, wen)).toBeNull();
});

it.each([
  '',
  'ninechars',
  'Password123',
  'QWERTYUIOP',
  'zyxwvutsrqp',
  'abababababab',
  'wen.lantern@example.org',
  'Lanternfield1',
  'x'.repeat(1001),
  '早起きは三文',
])('does not take %s', (password) => {
  expect(whyNotPassword(password, wen)).toBe('account.password-too-weak');
});
