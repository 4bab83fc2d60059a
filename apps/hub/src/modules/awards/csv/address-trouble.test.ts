import { expect, it } from 'vitest';
import { addressTrouble, plainAddress } from './address-trouble.ts';

it.each([
  ['', 'email-missing', undefined],
  ['pell@harbour,example', 'email-comma', 'pell@harbour.example'],
  ['pell cooper@harbour.example', 'email-space', 'pellcooper@harbour.example'],
  ['pell@harbour.example.', 'email-dots', 'pell@harbour.example'],
  ['pell..cooper@harbour.example', 'email-dots', 'pell.cooper@harbour.example'],
  ['pell.@harbour.example', 'email-dots', 'pell@harbour.example'],
  ['pell (at) harbour.example', 'email-no-at', 'pell@harbour.example'],
  ['pell.harbour.example', 'email-no-at', undefined],
  ['pell@@harbour.example', 'email-malformed', 'pell@harbour.example'],
  ['pell@harbour', 'email-malformed', undefined],
  ['pell@gmial.com', 'email-typing', 'pell@gmail.com'],
  ['a@b.example, c@d.example', 'email-several', undefined],
  ['somebody@example.org', 'email-example', undefined],
])('says about “%s”: %s', (cell, code, suggestion) => {
  expect(addressTrouble(cell)).toEqual({ code, ...(suggestion ? { suggestion } : {}) });
});

it('takes addresses as address books copy them', () => {
  expect(plainAddress('Wen Lanternfield <Wen@Lantern.Example>')).toBe('wen@lantern.example');
  expect(plainAddress('mailto:wen@lantern.example')).toBe('wen@lantern.example');
  expect(addressTrouble('Wen <wen@lantern.example>')).toBeUndefined();
  expect(addressTrouble('jürgen@straße.example')).toBeUndefined();
});
