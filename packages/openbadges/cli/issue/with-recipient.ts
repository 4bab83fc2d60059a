import { type IdentifierInput, identityClass } from '../../src/model/build/identity-class.ts';
import { asArray, isObject, type JsonObject } from '../../src/model/json.ts';
import { refused } from '../command-error.ts';
import { printable } from '../printable.ts';
import { isDocument } from '../sign/credential-of.ts';
import { freshSalt } from '../sign/fresh-salt.ts';
import type { TableHeader } from './table-header.ts';
import { holesOf, type Row } from './template-holes.ts';

type Random = (bytes: number) => Uint8Array;

/** Whether a template leaves it to the table who the badge is for. */
export function needsRecipient(template: JsonObject): boolean {
  const subject = subjectOf(template);
  return subject.id === undefined && asArray(subject.identifiers ?? subject.identifier).length === 0;
}

/** Whether a template says for every row alike who the badge is for. */
export function namesOneRecipient(template: JsonObject): boolean {
  const { id, identifiers, identifier } = subjectOf(template);
  return !needsRecipient(template) && holesOf([id, identifiers, identifier]).size === 0;
}

/**
 * The filled template with the row's recipient: an e-mail address as a hash with a salt of its own, a name as it is,
 * and an id. Throws a `CommandError` when the row names nobody.
 */
export function withRecipient(input: JsonObject, row: Row, header: TableHeader, random: Random): JsonObject {
  const [email, id, name] = [header.email, header.id, header.name].map((column) => column && row.get(column));
  if (!email && !id)
    throw refused(`There is no ${header.email ?? header.id} in this row.`, 'Write it, or take the row out.');
  if (email && !/^[^\s@<>()",;:]{1,64}@[^\s@<>()",;:]{1,255}$/.test(email)) {
    throw refused(`column ${header.email}: “${printable(email).slice(0, 80)}” is no e-mail address.`);
  }
  if (id && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(id)) {
    throw refused(`column ${header.id}: “${printable(id).slice(0, 80)}” is no DID or address.`);
  }
  const subject = { ...(id ? { id } : {}), ...subjectOf(input) };
  const identifiers: IdentifierInput[] = [
    ...(email ? [{ type: 'emailAddress', value: email, salt: freshSalt(random) } as const] : []),
    ...(name ? [{ type: 'name', value: name } as const] : []),
  ];
  if (identifiers.length === 0) return { ...input, [isDocument(input) ? 'credentialSubject' : 'subject']: subject };
  if (!isDocument(input)) return { ...input, subject: { ...subject, identifiers } };
  const identifier = identifiers.map((each) => identityClass.read(each, '/credentialSubject/identifier'));
  return { ...input, credentialSubject: { ...subject, identifier } };
}

function subjectOf(input: JsonObject): JsonObject {
  const subject = isDocument(input) ? input.credentialSubject : input.subject;
  return isObject(subject) ? subject : {};
}
