import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import { hostOf } from './hosted-document.ts';
import type { Check } from './report.ts';

/**
 * Whether an assertion lies where its issuer issues (OB 2.0 "VerificationObject"): a host of `allowedOrigins`, by
 * default the issuer's own, and one of `startsWith`. Only an issuer's own document may widen its scope.
 */
export function issuingScope(url: string, issuerId: string, issuer: JsonObject | undefined): Check {
  const own = hostOf(issuerId);
  if (own === undefined) return check('key', 'warning', 'key.issuer-not-web', { issuer: issuerId });
  const scope = isObject(issuer?.verification) ? issuer.verification : {};
  const origins = asArray(scope.allowedOrigins).filter((origin) => typeof origin === 'string');
  const starts = asArray(scope.startsWith).filter((start) => typeof start === 'string');
  const host = hostOf(url);
  const isAllowed = (origins.length > 0 ? origins.map((origin) => hostOf(origin) ?? origin) : [own]).some(
    (each) => each === host,
  );
  if (!isAllowed || (starts.length > 0 && !starts.some((start) => url.startsWith(start)))) {
    return check('key', 'failed', 'key.outside-scope', { issuer: issuerId, url });
  }
  return check('key', 'passed', 'key.hosted-by-issuer', { issuer: issuerId, url });
}
