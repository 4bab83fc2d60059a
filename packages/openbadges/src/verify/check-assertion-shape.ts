import { typesOf } from '../import/detect-document.ts';
import { idOf } from '../import/plain-text.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import { isReadableInstant } from './check-shape.ts';
import type { BadgeVersion, Check } from './report.ts';
import type { LinkedAssertion } from './verify-assertion.ts';

/** Whether an older badge has what its version asks for, read in the words of 2.0 (STANDARDS §2.2, §2.8). */
export function checkAssertionShape(linked: LinkedAssertion, version: BadgeVersion): Check {
  const [failure] = failures(linked, version);
  if (failure) return failure;
  if (linked.missing) return linked.missing;
  const [warning] = warnings(linked);
  return warning ?? check('shape', 'passed', 'shape.ok', { format: `Open Badges ${version}` });
}

function* failures({ assertion, badge, issuer }: LinkedAssertion, version: BadgeVersion): Generator<Check> {
  const { recipient, issuedOn, expires } = assertion;
  if (recipient === undefined) yield lacks('recipient');
  else if (!isObject(recipient) || typeof recipient.identity !== 'string') yield malformed('recipient');
  if (assertion.badge === undefined) yield lacks('badge');
  else if (!isObject(assertion.badge) && typeof assertion.badge !== 'string') yield malformed('badge');
  // 0.5 left the date to the issuer's choice.
  if (issuedOn === undefined && version !== '0.5') yield lacks('issuedOn');
  for (const [member, value] of Object.entries({ issuedOn, expires })) {
    if (value !== undefined && !isReadableInstant(value))
      yield check('shape', 'failed', 'shape.date-malformed', { member }, `/${member}`);
  }
  if (badge) yield* badgeFailures(badge);
  if (issuer) yield* issuerFailures(issuer, version);
}

function* badgeFailures(badge: JsonObject): Generator<Check> {
  for (const member of ['name', 'issuer']) if (badge[member] === undefined) yield lacks(`badge.${member}`);
}

function* issuerFailures(issuer: JsonObject, version: BadgeVersion): Generator<Check> {
  const types = typesOf(issuer);
  if (version === '2.0' && types.length > 0 && !types.some((type) => type === 'Issuer' || type === 'Profile')) {
    yield check('shape', 'failed', 'shape.issuer-type', {}, '/badge/issuer');
  }
  if (issuer.name === undefined) yield lacks('issuer.name');
}

function* warnings({ assertion, badge, notes }: LinkedAssertion): Generator<Check> {
  if (badge && badge.criteria === undefined) yield check('shape', 'warning', 'shape.criteria-missing');
  if (idOf(assertion.image)?.startsWith('data:')) yield check('shape', 'warning', 'shape.image-in-place', {}, '/image');
  yield* notes;
}

function lacks(member: string): Check {
  return check('shape', 'failed', 'shape.member-missing', { member });
}

function malformed(member: string): Check {
  return check('shape', 'failed', 'shape.member-malformed', { member }, `/${member}`);
}
