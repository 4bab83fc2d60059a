import { BadgeError } from '../badge-error.ts';

/** Why a document is not built, by `reason` of `document.invalid`: a sentence about `pointer`, and what to do. */
export const invalidReasons = {
  missing: reason('{pointer} is missing.', 'Give it a value.'),
  'unknown-member': reason(
    '{pointer} is not a member of this class.',
    'Leave it out, or add it with a vocabulary of its own.',
  ),
  'not-an-object': reason('{pointer} is not an object.', 'Write it as an object.'),
  'not-a-list': reason('{pointer} is not a list.', 'Write it as a list, also for one value.'),
  'too-deep': reason('{pointer} is nested deeper than any document.', 'Name it by its id instead.'),
  'too-many': reason('{pointer} holds more than {limit} values.', 'Split the document.'),
  'not-a-text': reason('{pointer} is not a text.', 'Write it as a text.'),
  empty: reason('{pointer} is an empty text.', 'Say something, or leave it out.'),
  'broken-text': reason('{pointer} holds half a character, which no file can carry.', 'Cut texts between characters.'),
  'not-a-url': reason('{pointer} is not a URL.', 'Write a whole address, with its scheme.'),
  'not-a-number': reason('{pointer} is not a number.', 'Write a finite number.'),
  'not-a-boolean': reason('{pointer} is neither true nor false.', 'Write true or false.'),
  'not-a-date': reason('{pointer} is not a date.', 'Give an instant between the years 0 and 9999.'),
  'not-in-vocabulary': reason('{pointer} is not one of the words of the standard.', 'Take one of {words}.'),
  'not-a-language': reason('{pointer} is not a language code.', 'Write a language as in en, pt-BR or zh-Hant.'),
  'not-a-token': reason('{pointer} is not a compact JWS.', 'Write header, payload and signature, with dots between.'),
  'not-a-country': reason('{pointer} is not a country code.', 'Write two capital letters of ISO 3166-1.'),
  'about-nobody': reason('{pointer} has neither an id nor an identifier.', 'Name whom it is about by either.'),
  'no-criteria': reason(
    '{pointer} has neither an id nor a narrative.',
    'Say what is required, or where it is written.',
  ),
  'ends-before-it-begins': reason('{pointer} lies before the beginning.', 'Let it be later.'),
  repeated: reason('{pointer} is the same as an earlier one.', 'Let each be different.'),
  'not-among-levels': reason(
    '{pointer} is not the id of a level of the result description.',
    'Take the id of one of its levels.',
  ),
  'not-among-values': reason(
    '{pointer} is not an allowed value of the result description.',
    'Take one of its allowed values.',
  ),
  'not-described': reason(
    '{pointer} is not the id of a result description of the achievement.',
    'Describe the result in the achievement.',
  ),
  'no-status': reason('{pointer} is missing, and the result is described as a status.', 'Say the status.'),
  'more-than-one': reason('{pointer} is a list, where Open Badges allow one.', 'Name one.'),
  'not-signed': reason('{pointer} carries no proof.', 'Let its issuer sign it first.'),
  'not-a-credential': reason(
    '{pointer} is not a credential that keeps the data model ({problem}).',
    'Correct it first.',
  ),
  'not-resolvable': reason('{pointer} is not the id of an achievement in the record.', 'Add the achievement.'),
  malformed: reason('{pointer} does not have the form that is asked for.', 'See the standard for its form.'),
} as const;

/** Why a document was not built: `reason` of a BadgeError `document.invalid`. */
export type InvalidReason = keyof typeof invalidReasons;

/** Ends building: `document.invalid` with the pointer into the document that would have been, and the reason. */
export function invalid(pointer: string, why: InvalidReason, values: Record<string, string> = {}): never {
  throw new BadgeError('document.invalid', { pointer, reason: why, ...values });
}

function reason(sentence: string, remedy: string): { sentence: string; remedy: string } {
  return { sentence, remedy };
}
