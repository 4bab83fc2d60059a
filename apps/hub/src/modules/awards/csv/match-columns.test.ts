import { expect, it } from 'vitest';
import { distinctHeaders, isWithoutHeaders, matchColumns, nameColumns } from './match-columns.ts';

const meanings = (...headers: string[]) => matchColumns(headers).map(({ meaning }) => meaning);

it('knows columns by the names that people give them in several languages', () => {
  expect(meanings('Name', 'E-mail', 'Std.')).toEqual(['name', 'email', 'kept']);
  expect(meanings('Nom', 'Prénom', 'Courriel')).toEqual(['family-name', 'given-name', 'email']);
  expect(meanings('Nom', 'Adresse électronique')).toEqual(['name', 'email']);
  expect(meanings('Vorname', 'Nachname', 'E-Mail-Adresse')).toEqual(['given-name', 'family-name', 'email']);
  expect(meanings('Nombre', 'Correo electrónico', 'Evidencia')).toEqual(['name', 'email', 'evidence-url']);
  expect(meanings('الاسم', 'البريد الإلكتروني')).toEqual(['name', 'email']);
  expect(meanings('name', 'email', 'evidence_url', 'activity_start', 'awarded_at', 'valid_until', 'message')).toEqual([
    'name',
    'email',
    'evidence-url',
    'activity-start',
    'awarded-at',
    'valid-until',
    'message',
  ]);
});

it('keeps a second column of one meaning, but takes several pieces of evidence', () => {
  expect(meanings('email', 'E-Mail', 'evidence 1', 'evidence 2')).toEqual([
    'email',
    'kept',
    'evidence-url',
    'evidence-url',
  ]);
});

it('sees that a file has no header, and finds the addresses', () => {
  expect(isWithoutHeaders(['Wen Lanternfield', 'wen@lantern.example', '12'])).toBe(true);
  expect(isWithoutHeaders(['Name', 'E-mail'])).toBe(false);
  expect(nameColumns(['Wen Lanternfield', 'wen@lantern.example', '12'])).toEqual(['name', 'email', 'column 3']);
});

it('gives every column a name of its own', () => {
  expect(distinctHeaders(['Hours', '', 'Hours'])).toEqual(['Hours', 'column 2', 'Hours (2)']);
});
