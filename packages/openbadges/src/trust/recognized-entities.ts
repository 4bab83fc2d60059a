import { typesOf } from '../import/detect-document.ts';
import { idOf, plainText, string } from '../import/plain-text.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { checkDates, validityOf } from '../verify/check-dates.ts';
import { checkSecured } from '../verify/check-secured.ts';
import { checkStatus } from '../verify/check-status.ts';
import type { KnownIssuer, TrustList } from '../verify/environment.ts';
import type { Outside } from '../verify/outside.ts';
import { proveSigners, withoutReplacement } from '../verify/prove-signers.ts';

/** Whether a document claims to be such a list; its signature is another matter. */
function isRecognizedEntities(document: unknown): document is JsonObject {
  return isObject(document) && typesOf(document).includes('RecognizedEntityCredential');
}

/**
 * A list that is a credential (W3C Recognized Entities 1.0): every subject that is recognised to issue.
 *
 * Nothing of it is believed before its proof holds, its issuer's own document lists the key, its dates include now, and
 * it was not revoked. Otherwise the list knows nobody, and `trouble` says why. Undefined when it is no such list.
 */
export async function recognizedEntities(body: Uint8Array, outside: Outside): Promise<TrustList | undefined> {
  const secured = await checkSecured(body, outside);
  const document = secured?.document;
  if (!secured || !isRecognizedEntities(document)) return undefined;
  const issuer = idOf(document.issuer) ?? '';
  const named = plainText(document.name) ?? plainText(isObject(document.issuer) ? document.issuer.name : undefined);
  const list: TrustList = { name: named ?? issuer, url: string(document.id), origin: 'signed', issuers: [] };
  const proof = await withoutReplacement(document, secured, outside);
  if (proof.outcome !== 'passed' && proof.outcome !== 'warning') return { ...list, trouble: 'not-authentic' };
  const { key, signers } = await proveSigners(issuer, secured, outside);
  if (key.outcome !== 'passed') return { ...list, trouble: 'not-authentic' };
  const { from, until } = validityOf(document);
  if (checkDates(from, until, outside.now).outcome !== 'passed') return { ...list, trouble: 'outdated' };
  const status = await checkStatus({ document, issuer, signers }, outside);
  if (status.outcome === 'failed' || status.outcome === 'unknown') return { ...list, trouble: 'outdated' };
  return { ...list, issuers: asArray(document.credentialSubject).filter(isObject).flatMap(recognized) };
}

function recognized(entity: JsonObject): KnownIssuer[] {
  const id = string(entity.id);
  const actions = asArray(entity.recognizedTo).filter(isObject);
  const issuing = actions.find(({ action }) => asArray(action).includes('issue'));
  if (id === undefined || !typesOf(entity).includes('RecognizedEntity')) return [];
  if (actions.length > 0 && !issuing) return [];
  const since = string(issuing?.validFrom) ?? string(entity.validFrom);
  return [{ id, name: plainText(entity.name) ?? plainText(entity.legalName), as: plainText(issuing?.name), since }];
}
