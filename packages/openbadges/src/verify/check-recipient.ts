import { matchesIdentity } from '../model/identity-hash.ts';
import { check } from './check.ts';
import type { BadgeView, Check } from './report.ts';

/** Compares what the verifier typed with whom the badge is about (OB 3.0 §8.5). Nothing leaves this function. */
export function checkRecipient(recipient: BadgeView['recipient'], typed: string[] | undefined): Check {
  const candidates = typed?.map((each) => each.trim()).filter((each) => each !== '') ?? [];
  if (candidates.length === 0) return check('recipient', 'skipped', 'recipient.not-asked');
  // A name is shown, but it identifies nobody.
  const identifiers = recipient.identifiers.filter(({ type }) => type !== 'name');
  const matches = candidates.some(
    (candidate) => recipient.id === candidate || identifiers.some((each) => matchesIdentity(each, candidate)),
  );
  if (matches) return check('recipient', 'passed', 'recipient.match');
  const hasId = recipient.id !== undefined && candidates.some((each) => !isEmail(each));
  if (identifiers.length === 0 && !hasId) return check('recipient', 'unknown', 'recipient.nothing-to-compare');
  return check('recipient', 'failed', 'recipient.no-match');
}

function isEmail(candidate: string): boolean {
  return /^[^@\s:/]+@[^@\s]+$/.test(candidate);
}
