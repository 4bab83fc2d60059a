import { expect, it } from 'vitest';
import { matchColumns } from './match-columns.ts';
import { readRow } from './read-row.ts';

const rules = { evidenceRequired: false, now: new Date('2031-03-04T10:00:00Z') };

function read(row: Record<string, string>, more: Partial<typeof rules> = {}) {
  return readRow(matchColumns(Object.keys(row)), Object.values(row), { ...rules, ...more });
}

const problems = (row: Record<string, string>, more: Partial<typeof rules> = {}) =>
  read(row, more).problems.map(({ code, suggestion }) => (suggestion ? `${code}: ${suggestion}` : code));

it('reads everything that a row can say', () => {
  const { recipient, problems } = read({
    'First name': 'Wen',
    Surname: 'Lanternfield',
    email: 'Wen@Lantern.Example',
    narrative: 'Recorded the pilot.',
    evidence: 'https://a.example/1',
    evidence_name: 'The tape',
    'evidence 2': 'https://a.example/2',
    activity_start: '2031-01-02',
    activity_end: '28.2.2031',
    awarded_at: '2031-03-01',
    valid_until: '31/12/2032',
    message: 'Thank you.',
    Hours: '44',
    Empty: '',
  });

  expect(problems).toEqual([]);
  expect(recipient).toEqual({
    name: 'Wen Lanternfield',
    email: 'wen@lantern.example',
    narrative: 'Recorded the pilot.',
    evidence: [{ url: 'https://a.example/1', name: 'The tape' }, { url: 'https://a.example/2' }],
    fields: { Hours: '44' },
    activityStart: '2031-01-02',
    activityEnd: '2031-02-28',
    awardedAt: new Date('2031-03-01T00:00:00Z'),
    validUntil: new Date('2032-12-31T23:59:59Z'),
    message: 'Thank you.',
  });
});

it('names what is wrong with a day, and suggests what was probably meant', () => {
  const email = 'a@b.example';
  expect(problems({ email, date: '2031-02-30' })).toEqual(['day-unreadable']);
  expect(problems({ email, date: 'spring' })).toEqual(['day-unreadable']);
  expect(problems({ email, date: '04/03/2031' })).toEqual(['day-ambiguous: 2031-03-04']);
  expect(problems({ email, start: '2031-02-02', end: '2031-02-01' })).toEqual(['activity-backwards']);
  expect(problems({ email, expires: '2030-01-01' })).toEqual(['valid-until-past']);
});

it('names what is wrong with evidence', () => {
  const email = 'a@b.example';
  expect(problems({ email, evidence: 'harbour.example/1' })).toEqual(['address-malformed: https://harbour.example/1']);
  expect(problems({ email, evidence: 'javascript:alert(1)' })).toEqual(['address-malformed']);
  expect(problems({ email, evidence: '' }, { evidenceRequired: true })).toEqual(['evidence-missing']);
  expect(problems({ email, evidence_name: 'The tape' }, { evidenceRequired: true })).toEqual(['evidence-missing']);
  expect(problems({ email, evidence_description: 'A tape' }, { evidenceRequired: true })).toEqual([]);
});

it('names cells that are too long or too many', () => {
  expect(problems({ email: 'a@b.example', name: 'x'.repeat(201) })).toEqual(['too-long']);
  const surplus = readRow(matchColumns(['email']), ['a@b.example', '', 'more'], rules);
  expect(surplus.problems).toEqual([{ code: 'too-many-cells' }]);
});

it('has no place for an address that the file has no column for', () => {
  expect(read({ name: 'Wen' }).problems).toEqual([{ code: 'email-missing' }]);
});
