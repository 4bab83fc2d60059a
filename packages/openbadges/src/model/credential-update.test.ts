import { describe, expect, it } from 'vitest';
import { isUpdateOf, newerCredential } from './credential-update.ts';

const credential = (validFrom: unknown, id = 'urn:1') => ({ issuer: { id: 'https://a.example' }, id, validFrom });
const first = credential('2026-01-01T00:00:00Z');
const later = credential('2026-01-02T00:00:00+01:00', ' urn:%31 ');

describe('of two copies of one credential', () => {
  it('the one that begins later is the update, however zones and ids are written', () => {
    expect(isUpdateOf(later, first)).toBe(true);
    expect(isUpdateOf(first, later)).toBe(false);
    expect(newerCredential(first, later)).toBe(later);
    expect(newerCredential(later, first)).toBe(later);
  });

  it('begun at one instant neither is an update, and the first stands', () => {
    const same = credential('2025-12-31T24:00:00Z');

    expect(isUpdateOf(same, first)).toBe(false);
    expect(newerCredential(same, first)).toBe(same);
  });

  it('of version 1.1 the date has its older name', () => {
    const { validFrom: _, ...rest } = first;

    expect(isUpdateOf(later, { ...rest, issuanceDate: '2020-01-01T00:00:00Z' })).toBe(true);
  });

  it.each([
    ['another credential', credential('2027-01-01T00:00:00Z', 'urn:2')],
    ['another issuer', { ...later, issuer: 'https://b.example' }],
    ['no date', credential(undefined)],
    ['a date without a zone', credential('2027-01-01T00:00:00')],
  ])('%s is none', (_, other) => {
    expect(isUpdateOf(other, first)).toBe(false);
    expect(newerCredential(other, first)).toBeUndefined();
  });
});
