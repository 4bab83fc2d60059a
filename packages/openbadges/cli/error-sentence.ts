import type { BadgeError, BadgeErrorCode } from '../src/model/badge-error.ts';
import { type InvalidReason, invalidReasons } from '../src/model/build/invalid-reasons.ts';
import { printable } from './printable.ts';

/** What the library refuses, said to people; values of the error stand in braces. */
const sentences: Partial<Record<BadgeErrorCode, string>> = {
  'bake.damaged-png': 'The PNG is damaged or cut off.',
  'bake.svg-with-entities': 'The SVG declares entities of its own, which can be used for attacks.',
  'bake.too-large': 'The badge is larger than what goes into a picture.',
  'bake.not-a-png': 'The picture is not a PNG that can be read.',
  'bake.not-an-svg': 'The picture is not an SVG that can be read.',
  'canon.context-different': 'The document has its own copy of the vocabulary {url}, and it differs.',
  'canon.context-unknown': 'The document uses the vocabulary {url}, which is not known here.',
  'canon.context-invalid': 'The vocabularies in @context contradict each other or are malformed.',
  'canon.term-aliased': 'The document gives {term} another meaning than the standard does.',
  'canon.term-undefined': 'The document uses {term}, which none of its vocabularies in @context defines.',
  'canon.too-complex': 'The document is larger or more entangled than any badge.',
  'canon.not-json': 'The document holds something that is not JSON.',
  'convert.not-a-badge': 'This is no badge of a version that can be converted.',
  'convert.revoked': 'This badge was revoked, so it is not converted.',
  'did.invalid': '{did} is not a DID.',
  'did.method-unsupported': 'This kind of DID is not known here: did:key, did:web and did:jwk are.',
  'document.invalid': 'The document breaks a rule of the standard at {pointer}.',
  'encoding.invalid': 'Something in it is not encoded properly.',
  'key.invalid': 'The key cannot be read.',
  'key.unsupported': 'This kind of key is not supported here.',
  'key.wrong-type': 'This kind of key ({key}) cannot do that.',
  'jwt.claim-missing': 'The badge says nothing for {claim}, which a JWT must have; sub is the id of the subject.',
  'proof.previous-missing': 'The document has no proof with the id {ids}.',
  'proof.malformed': 'The proof in the document is malformed.',
  'proof.missing': 'The document has no proof.',
  'status.list-full': 'The status list is nearly full: make a new one for the badges to come.',
  'status.malformed': 'The status list is malformed at {member}.',
  'status.list-length': 'The status list is too short or too long.',
  'status.range': 'The place {index} is outside the list.',
  'status.purpose': 'The list is for {purposes} and not for {purpose}.',
};

/** One sentence for an error of the library, its values cut and made safe for a terminal. */
export function errorSentence(error: BadgeError): string {
  const { code, values } = error;
  const told = code === 'document.invalid' ? reasonOf(values.reason) : undefined;
  const sentence = told ?? sentences[code];
  if (!sentence) return printable(error.message).slice(0, 400);
  const said = sentence.replace(/\{(\w+)\}/g, (_, name: string) => printable(values[name] ?? 'it').slice(0, 200));
  return `${said} (${code})`;
}

function reasonOf(reason: string | undefined): string | undefined {
  if (reason === undefined || !Object.hasOwn(invalidReasons, reason)) return undefined;
  const { sentence, remedy } = invalidReasons[reason as InvalidReason];
  return `${sentence} ${remedy}`;
}
