import { needed, text, url } from './build/fields.ts';
import { invalid } from './build/invalid-reasons.ts';
import { datesInOrder, type IssuedInput, issuedFields, withContexts } from './build/issued-class.ts';
import { record } from './build/record.ts';
import { openBadgeContexts } from './context-urls.ts';
import { isObject, type JsonObject } from './json.ts';

/** An endorsement of an achievement, a profile or a credential, named by its id. It always has a name. */
export interface EndorsementInput extends IssuedInput {
  name: string;
  subject: {
    /** What is endorsed. */
    id: string;
    /** Markdown. */
    endorsementComment?: string;
  };
}

const subjectClass = record<EndorsementInput['subject']>(['EndorsementSubject'], {
  id: needed(url),
  endorsementComment: text,
});

const { credentialStatus, ...issued } = issuedFields;

const endorsementClass = record<
  Omit<EndorsementInput, 'status' | 'subject'> & {
    credentialStatus?: IssuedInput['status'];
    credentialSubject: EndorsementInput['subject'];
  }
>(
  ['VerifiableCredential', 'EndorsementCredential'],
  { ...issued, name: needed(text), credentialSubject: needed(subjectClass), credentialStatus },
  datesInOrder('validFrom', 'validUntil'),
);

/**
 * A strict OB 3.0 EndorsementCredential, ready to be signed.
 * Throws BadgeError `document.invalid` with `pointer` and `reason` (see `invalidReasons`).
 */
export function endorsementCredential(input: EndorsementInput): JsonObject {
  if (!isObject(input)) invalid('', 'not-an-object');
  const { subject, status, ...rest } = input;
  const built = endorsementClass.read({ ...rest, credentialStatus: status, credentialSubject: subject }, '');
  return withContexts(openBadgeContexts, built);
}
