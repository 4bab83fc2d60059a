import type { VcIssuer } from './vc-issuer.ts';

/** What a path says before the name of the route. */
export interface Place {
  issuer: VcIssuer;
  isProofOnly: boolean;
  /** The rest, without slashes around it. */
  rest: string;
}

/**
 * The path decides who issues: `/issuers/<name>`, or `/<suite>/<key>` with a type of key, a Multikey or a DID; nothing
 * means the first. `/proof-only` before it is for test mode. Undefined for a name that is not known.
 */
export function placeOf(path: string, issuers: readonly VcIssuer[], isTestMode: boolean): Place | undefined {
  const words = path.split('/').filter((word) => word !== '');
  const isProofOnly = isTestMode && words[0] === 'proof-only';
  if (isProofOnly) words.shift();
  const [first, second, ...after] = words;
  const rest = (left: string[]) => left.join('/');
  if (first === 'issuers') {
    const issuer = issuers.find(({ name }) => same(name, second));
    return issuer && { issuer, isProofOnly, rest: rest(after) };
  }
  const issuer = issuers.find((each) => same(each.suite, first) && holds(each, second));
  if (issuer) return { issuer, isProofOnly, rest: rest(after) };
  const [unnamed] = issuers;
  return unnamed && { issuer: unnamed, isProofOnly, rest: rest(words) };
}

function holds({ keyType, did }: VcIssuer, key: string | undefined): boolean {
  if (key === undefined) return false;
  return [keyType, keyType.replace('-', '')].some((name) => same(name, key)) || key === did || did === `did:key:${key}`;
}

function same(name: string, word: string | undefined): boolean {
  return name.toLowerCase() === word?.toLowerCase();
}
