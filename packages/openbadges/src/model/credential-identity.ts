import { isObject, type JsonObject } from './json.ts';

/** Both are decoded and trimmed. */
export interface CredentialIdentity {
  issuer: string;
  id: string;
}

/** What makes a credential itself (OB 3.0 "Equality"): issuer id and credential id, decoded and trimmed. */
export function credentialIdentity(document: JsonObject): CredentialIdentity | undefined {
  const issuer = isObject(document.issuer) ? document.issuer.id : document.issuer;
  if (typeof issuer !== 'string' || typeof document.id !== 'string') return undefined;
  return { issuer: normalized(issuer), id: normalized(document.id) };
}

/** Whether two documents are the same credential (OB 3.0 "Equality"); without ids they are not. */
export function sameCredential(a: JsonObject, b: JsonObject): boolean {
  const [first, second] = [credentialIdentity(a), credentialIdentity(b)];
  return !!first && !!second && first.issuer === second.issuer && first.id === second.id;
}

/** Decodes what can be decoded: a stray percent sign stays what it is. */
function normalized(id: string): string {
  const bytes = id.replace(/(%[0-9a-f]{2})+/gi, (escaped) => {
    const decoded = new TextDecoder().decode(
      Uint8Array.from(escaped.slice(1).split('%'), (hex) => Number.parseInt(hex, 16)),
    );
    return decoded.includes('\uFFFD') ? escaped : decoded;
  });
  return bytes.trim();
}
