import { isObject, type JsonObject } from '../../src/model/json.ts';
import type { KeyFile } from '../key/read-key.ts';
import { printable } from '../printable.ts';

/** What will happen to a badge whose issuer is not the one whose key signs it; undefined when they are the same. */
export function issuerWarning(document: JsonObject, { controller, verificationMethod }: KeyFile): string | undefined {
  const issuer = isObject(document.issuer) ? document.issuer.id : document.issuer;
  if (issuer === controller) return undefined;
  const named = printable(String(issuer)).slice(0, 200);
  return `The issuer is ${named}, and the key belongs to ${printable(controller)}. The badge is valid only if the document at the issuer’s address lists ${printable(verificationMethod)}.`;
}
