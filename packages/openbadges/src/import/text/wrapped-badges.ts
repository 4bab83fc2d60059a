import { asArray, isObject } from '../../model/json.ts';
import { detectDocument } from '../detect-document.ts';

/**
 * Members in which protocols hand over badges: Open Badges API 2.1 and 3.0, OpenID4VCI §8.3, and the VC API. Each is a
 * document, a compact JWS, or a list of these.
 */
const wrappers = [
  'credential',
  'credentials',
  'compactJwsString',
  'compactJwsStrings',
  'verifiableCredential',
  'verifiableCredentials',
  'verifiablePresentation',
  'assertion',
  'assertions',
  'signedAssertion',
  'signedAssertions',
];

/** The badges inside the answer of an API, with where they lie in it; none when it is a badge itself or holds none. */
export function wrappedBadges(json: unknown): { pointer: string; value: unknown }[] {
  if (!isObject(json) || detectDocument(json).kind !== 'not-a-badge') return [];
  return wrappers.flatMap((member) =>
    asArray(json[member])
      .map((value, index) => ({ pointer: Array.isArray(json[member]) ? `/${member}/${index}` : `/${member}`, value }))
      .filter(({ value }) => typeof value === 'string' || isBadgeOrWrapper(value)),
  );
}

function isBadgeOrWrapper(value: unknown): boolean {
  return detectDocument(value).kind !== 'not-a-badge' || (isObject(value) && 'credential' in value);
}
