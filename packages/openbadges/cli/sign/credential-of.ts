import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import { type CredentialInput, openBadgeCredential } from '../../src/model/open-badge-credential.ts';
import type { CommandContext } from '../command.ts';
import { refused } from '../command-error.ts';
import { printable } from '../printable.ts';
import { freshSalt } from './fresh-salt.ts';

export interface Defaults {
  issuer: string;
  now: Date;
  /** Of a new credential. */
  id: string;
  random: CommandContext['random'];
}

/** Whether this is a whole document already, and not what one is built from. */
export function isDocument(input: JsonObject): boolean {
  return input['@context'] !== undefined;
}

/**
 * The unsigned credential: a whole document as it is, with an id, a date and an issuer where they are missing, or one
 * built from the short form (`issuer`, `achievement`, `subject`). Throws BadgeError `document.invalid` or a `CommandError`.
 */
export function credentialOf(input: JsonObject, defaults: Defaults): JsonObject {
  return isDocument(input) ? completed(input, defaults) : openBadgeCredential(credentialInput(input, defaults));
}

function completed(document: JsonObject, { issuer, now, id }: Defaults): JsonObject {
  const instant = now.toISOString().replace(/\.\d{3}Z$/, 'Z');
  const named = isObject(document.issuer) ? { ...document.issuer, id: document.issuer.id ?? issuer } : document.issuer;
  const { '@context': context, id: given, type, ...rest } = document;
  const isOlder = JSON.stringify(context).includes('/2018/credentials/v1');
  return {
    '@context': context,
    id: given ?? id,
    type,
    ...rest,
    issuer: named ?? issuer,
    ...(isOlder ? {} : { validFrom: document.validFrom ?? instant }),
  };
}

function credentialInput(input: JsonObject, { issuer, now, id, random }: Defaults): CredentialInput {
  const { issuer: profile, achievement, subject } = input;
  if (!isObject(achievement))
    throw refused(
      'There is no achievement in it.',
      'Say what was earned: "achievement": { "name", "description", "criteria" }',
    );
  if (!isObject(subject))
    throw refused('There is no subject in it.', 'Say who earned it: "subject": { "id" } or { "identifiers" }');
  const issuerInput = {
    id: issuer,
    ...(isObject(profile) ? profile : typeof profile === 'string' ? { id: profile } : {}),
  };
  const built = {
    ...input,
    id: input.id ?? id,
    issuer: issuerInput,
    achievement: { id: achievementId(issuerInput.id, achievement), ...achievement },
    subject: {
      ...subject,
      ...saltedIdentifiers(subject, random),
      ...datesOf(subject, ['activityStartDate', 'activityEndDate']),
      ...numberOf(subject, 'creditsEarned'),
    },
    validFrom: dateOf(input, 'validFrom') ?? now,
    ...datesOf(input, ['validUntil', 'awardedDate']),
  };
  return built as unknown as CredentialInput;
}

/** An e-mail address is not published as it is, unless a whole document says so. */
function saltedIdentifiers({ identifiers }: JsonObject, random: Defaults['random']): JsonObject {
  if (!Array.isArray(identifiers)) return {};
  const isOpen = (each: unknown) => isObject(each) && each.type === 'emailAddress' && each.salt === undefined;
  return { identifiers: identifiers.map((each) => (isOpen(each) ? { ...each, salt: freshSalt(random) } : each)) };
}

/** The same achievement of the same issuer has the same id, also when nobody gave it one. RFC 9562 §5.8. */
function achievementId(issuer: string, { name }: JsonObject): string {
  const hex = createHash('sha256')
    .update(`${issuer}\n${String(name)}`)
    .digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function datesOf(input: JsonObject, members: string[]): JsonObject {
  return Object.fromEntries(
    members.map((member) => [member, dateOf(input, member)]).filter(([, date]) => date !== undefined),
  );
}

/** A day or an instant of ISO 8601; other ways to write a day mean different days in different countries. */
function dateOf(input: JsonObject, member: string): Date | undefined {
  const text = input[member];
  if (text === undefined || text === '') return undefined;
  const isIso =
    typeof text === 'string' && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text);
  const date = new Date(isIso ? text : Number.NaN);
  // JavaScript reads 30 February as a day in March.
  const isDay =
    isIso &&
    !Number.isNaN(date.getTime()) &&
    new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(text.slice(8, 10));
  if (isDay) return date;
  throw refused(`${member}: “${printable(String(text)).slice(0, 60)}” is no date; write it as 2026-12-31.`);
}

function numberOf(input: JsonObject, member: string): JsonObject {
  const value = input[member];
  if (typeof value !== 'string') return {};
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number)) return { [member]: number };
  throw refused(`${member}: “${printable(value).slice(0, 60)}” is no number.`);
}
