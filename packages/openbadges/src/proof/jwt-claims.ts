import { asArray, isObject, type JsonObject } from '../model/json.ts';

/** One comparison of a registered claim with the credential it repeats. */
export interface ClaimFinding {
  claim: 'iss' | 'sub' | 'jti' | 'nbf' | 'exp';
  /** A missing claim is a warning: the specification's own samples lack some. */
  outcome: 'passed' | 'warning' | 'failed';
  code: 'claim.equal' | 'claim.missing' | 'claim.subject-in-audience' | 'claim.different';
}

/** OB 3.0 §8.2.3 and VC 1.1 §6.3.1: each claim that is there must say what the credential says. */
export function checkClaims(payload: JsonObject, credential: JsonObject): ClaimFinding[] {
  const issuer = isObject(credential.issuer) ? credential.issuer.id : credential.issuer;
  const subject = asArray(credential.credentialSubject).find(isObject)?.id;
  const from = credential.validFrom ?? credential.issuanceDate;
  const until = credential.validUntil ?? credential.expirationDate;
  return [
    compare('iss', payload.iss, issuer),
    compareSubject(payload, subject),
    compare('jti', payload.jti, credential.id),
    compare('nbf', payload.nbf, seconds(from)),
    ...(until === undefined ? [] : [compare('exp', payload.exp, seconds(until))]),
  ];
}

/** The VC 1.1 form may leave to the claim what the credential then does not repeat. */
function compare(claim: ClaimFinding['claim'], said: unknown, expected: unknown): ClaimFinding {
  if (said === undefined) return { claim, outcome: 'warning', code: 'claim.missing' };
  if (expected === undefined || said === expected) return { claim, outcome: 'passed', code: 'claim.equal' };
  return { claim, outcome: 'failed', code: 'claim.different' };
}

function compareSubject({ sub, aud }: JsonObject, subject: unknown): ClaimFinding {
  if (sub !== undefined) return compare('sub', sub, subject);
  const inAudience = subject !== undefined && asArray(aud).includes(subject);
  return { claim: 'sub', outcome: 'warning', code: inAudience ? 'claim.subject-in-audience' : 'claim.missing' };
}

function seconds(instant: unknown): number | undefined {
  const time = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.floor(time / 1000);
}
