import { detectDocument, typesOf } from '../import/detect-document.ts';
import { idOf, string } from '../import/plain-text.ts';
import { sameCredential } from '../model/credential-identity.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import { validityOf } from './check-dates.ts';
import { checkForm } from './check-form.ts';
import { checkSecured, type SecuredText } from './check-secured.ts';
import type { CheckCode } from './check-sentences.ts';
import { proveSigners, withoutReplacement } from './prove-signers.ts';
import type { Check } from './report.ts';
import type { Secured } from './secured.ts';
import type { Work } from './work.ts';

/** What came of an offer to fetch a newer version: the newer one, and a note about it either way. */
export interface Refreshed {
  note: Check;
  newer?: SecuredText;
}

const accept = 'application/vc+ld+json, application/vc, application/ld+json, application/json, text/plain;q=0.8';

/**
 * OB 3.0 §8.3: a credential whose proof holds may name where its current version lies. It is asked for once, and taken
 * only when the same issuer says the same credential with a date that is not older. Otherwise the original stands.
 */
export async function refreshCredential(
  secured: Secured,
  { outside, environment }: Work,
): Promise<Refreshed | undefined> {
  const document = secured.document ?? {};
  const [service, ...others] = asArray(document.refreshService).filter(isObject);
  if (!service) return undefined;
  const url = string(service.id) ?? '';
  const say = (code: CheckCode, values = {}) => check('status', 'skipped', code, { url, ...values }, '/refreshService');
  if (others.length > 0 || !typesOf(service).includes('1EdTechCredentialRefresh') || !url.startsWith('https://')) {
    return { note: say('status.refresh-unknown-type', { type: typesOf(service).join(', ') }) };
  }
  const { key } = await proveSigners(idOf(document.issuer) ?? '', secured, outside);
  // An offer that the issuer did not make is not followed.
  if (key.outcome !== 'passed' || environment.offline) return { note: say('status.refresh-offered') };
  const answer = await outside.get(url, 'refresh', accept);
  if (!answer.ok) return { note: say('status.refresh-unreachable') };
  const newer = await checkSecured(answer.body, outside);
  const why = newer ? await whyNotNewer(document, newer, outside) : 'status.refresh-unusable';
  if (why !== null) return { note: say(why) };
  return { note: say('status.refreshed'), newer };
}

async function whyNotNewer(original: JsonObject, newer: Secured, outside: Work['outside']): Promise<CheckCode | null> {
  const document = newer.document ?? {};
  if (!sameCredential(original, document)) return 'status.refresh-other';
  const [was, is] = [original, document].map((each) => Date.parse(validityOf(each).from ?? '')) as [number, number];
  if (!(is >= was)) return 'status.refresh-older';
  const proof = await withoutReplacement(document, newer, outside);
  const { key } = await proveSigners(idOf(document.issuer) ?? '', newer, outside);
  const isProven = ['passed', 'warning'].includes(proof.outcome) && key.outcome === 'passed';
  if (!isProven) return 'status.refresh-unusable';
  const shape = await checkForm(document, detectDocument(document), newer, proof, outside);
  return shape.check.outcome !== 'failed' ? null : 'status.refresh-unusable';
}
