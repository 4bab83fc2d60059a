import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import { hostOf } from './hosted-document.ts';
import type { Check } from './report.ts';

/** Where a document was asked for, and on which host it lay in the end. */
interface Place {
  url: string;
  host?: string;
}

/**
 * Whether an assertion lies where its issuer issues (OB 2.0 "VerificationObject"): a host of `allowedOrigins`, by
 * default the issuer's own, and one of `startsWith`. Only an issuer's own document may widen its scope.
 *
 * An address that leads on to another host proves nothing, for many hosts lead on to wherever they are told; unless the
 * issuer's own document lies there too. `issuerHost` is where that one lay in the end.
 */
export function issuingScope(
  { url, host }: Place,
  issuerId: string,
  issuer: JsonObject | undefined,
  issuerHost?: string,
): Check {
  const own = hostOf(issuerId);
  if (own === undefined) return check('key', 'warning', 'key.issuer-not-web', { issuer: issuerId });
  const scope = isObject(issuer?.verification) ? issuer.verification : {};
  const origins = asArray(scope.allowedOrigins).filter((origin) => typeof origin === 'string');
  const starts = asArray(scope.startsWith).filter((start) => typeof start === 'string');
  const allowed = origins.map((origin) => hostOf(origin) ?? origin);
  const asked = hostOf(url) ?? '';
  const isAllowed = allowed.length > 0 ? allowed.includes(asked) : sameSite(own, asked);
  if (!isAllowed || (starts.length > 0 && !starts.some((start) => url.startsWith(start)))) {
    return check('key', 'failed', 'key.outside-scope', { issuer: issuerId, url });
  }
  const isWithin = host === undefined || host === issuerHost || [own, ...allowed].some((each) => sameSite(each, host));
  if (!isWithin) return check('key', 'warning', 'key.redirected', { issuer: issuerId, url, host });
  return check('key', 'passed', 'key.hosted-by-issuer', { issuer: issuerId, url });
}

/** Hosts that only differ by the customary `www` belong to the same people. */
export function sameSite(a: string, b: string): boolean {
  return a.replace(/^www\./, '') === b.replace(/^www\./, '');
}
