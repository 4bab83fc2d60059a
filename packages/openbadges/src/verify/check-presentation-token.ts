import { decodePayload } from '../import/decode-payload.ts';
import { isObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { type VpJwtResult, verifyVpJwt } from '../proof/verify-vp-jwt.ts';
import { check } from './check.ts';
import { type CheckCode, checkSentences } from './check-sentences.ts';
import { keyOfKid, tokenCodes } from './check-token.ts';
import type { Environment } from './environment.ts';
import type { Outside } from './outside.ts';
import type { Check } from './report.ts';
import type { Secured } from './secured.ts';

/** Checks a presentation that is a token (VC-JOSE-COSE §3.1.2, VC 1.1 §6.3.1): signature, challenge and audience. */
export async function checkPresentationToken(
  token: string,
  wishes: NonNullable<Environment['presentation']>,
  outside: Outside,
): Promise<Secured> {
  const result = await verifyVpJwt(
    token,
    { resolveKey: (method) => keyOfKid(method, outside), ...wishes },
    outside.tools,
  );
  const { presentation, key, header, verificationMethod } = result;
  const method = verificationMethod === '' ? undefined : verificationMethod;
  return {
    document: presentation,
    proof:
      result.outcome === 'passed' && isOver(token, outside.now)
        ? check('proof', 'failed', 'proof.expired')
        : checkOf(result),
    signers: result.outcome === 'passed' && key ? [{ key, method }] : [],
    security: 'vc-jwt',
    technical: { header, ...(key ? { publicKey: key.jwk } : {}) },
  };
}

/** RFC 7519 §4.1.4. */
function isOver(token: string, now: Date): boolean {
  const payload = decodePayload(token);
  const exp = payload.ok && isObject(payload.json) ? payload.json.exp : undefined;
  return exp !== undefined && !(Number(exp) * 1000 > now.getTime());
}

function checkOf({ code, outcome, values, header, verificationMethod }: VpJwtResult): Check {
  const algorithm = textOf(header.alg ?? '');
  const said = { ...values, algorithm, suite: `JWT ${algorithm}`, method: verificationMethod };
  if (code in tokenCodes) {
    const [found, named] = tokenCodes[code as keyof typeof tokenCodes];
    return check('proof', found, named, said);
  }
  return check('proof', outcome, code in checkSentences ? (code as CheckCode) : 'proof.malformed', said);
}
