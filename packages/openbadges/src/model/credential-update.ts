import { sameCredential } from './credential-identity.ts';
import { isDateTimeStamp, millisecondsOf } from './is-date-time-stamp.ts';
import type { JsonObject } from './json.ts';

/** Whether a credential replaces an earlier one: the same issuer says the same credential, with a later `validFrom`. */
export function isUpdateOf(credential: JsonObject, earlier: JsonObject): boolean {
  const [is, was] = [beginning(credential), beginning(earlier)];
  return sameCredential(credential, earlier) && is !== undefined && was !== undefined && is > was;
}

/**
 * Of two copies of one credential the up-to-date one (OB 3.0 "Comparing credentials"): the first when both begin at the
 * same instant, undefined when they are two credentials or one of them does not say when it begins.
 */
export function newerCredential<T extends JsonObject>(a: T, b: T): T | undefined {
  if (!sameCredential(a, b) || beginning(a) === undefined || beginning(b) === undefined) return undefined;
  return isUpdateOf(b, a) ? b : a;
}

function beginning({ validFrom, issuanceDate }: JsonObject): number | undefined {
  const stamp = validFrom ?? issuanceDate;
  return isDateTimeStamp(stamp) ? millisecondsOf(stamp) : undefined;
}
