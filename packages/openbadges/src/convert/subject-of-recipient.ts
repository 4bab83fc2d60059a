import type { IdentifierInput } from '../model/build/identity-class.ts';
import { isUrl } from '../model/is-url.ts';
import { asArray, isObject } from '../model/json.ts';
import type { SubjectInput } from '../model/open-badge-credential.ts';
import { textOf } from '../model/text-of.ts';
import type { IdentifierType } from '../model/vocabulary.ts';
import type { ConversionNotes } from './conversion-notes.ts';

const types: Record<string, IdentifierType> = {
  email: 'emailAddress',
  telephone: 'ext:telephone',
  url: 'identifier',
  id: 'identifier',
};

/** A recipient in the words of 3.0. A hash stays a hash, with its salt; what is an address becomes the subject's id. */
export function subjectOfRecipient(
  recipient: unknown,
  notes: ConversionNotes,
): Pick<SubjectInput, 'id' | 'identifiers'> {
  if (!isObject(recipient) || typeof recipient.identity !== 'string') return {};
  const { identity, hashed, salt } = recipient;
  const name = textOf(asArray(recipient.type)[0] ?? 'email');
  if (hashed !== true && name !== 'email' && isUrl(identity)) return { id: identity };
  const type = (Object.hasOwn(types, name) ? types[name] : undefined) ?? 'identifier';
  if (hashed !== true) return { identifiers: [{ type, value: identity }] };
  if (!/^(md5|sha256)\$/i.test(identity)) {
    notes.add('/recipient/identity', 'The recipient is hashed in a way that 3.0 does not know, and is left out.');
    return {};
  }
  const known: IdentifierInput = { type, hash: identity };
  return { identifiers: [typeof salt === 'string' && salt !== '' ? { ...known, salt } : known] };
}
