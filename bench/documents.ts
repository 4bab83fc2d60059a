import { didDocument, didKeyOf, encodeMultikey, heldContexts, type PublicKey } from 'openbadges';
import { generateSigningKey } from 'openbadges/node';

/** An issuer that is its own key, as us and as the peers know it. */
export function keyIssuer(type: 'Ed25519' | 'P-256') {
  const key = generateSigningKey(type);
  const id = didKeyOf(key.publicKey);
  return { key, id, verificationMethod: `${id}#${encodeMultikey(key.publicKey)}` };
}

/** What the peers load: contexts, and the documents of one issuer. They keep what is `static`: they shall have every advantage. */
export function peerLoader(issuer: string, verificationMethod: string, publicKey: PublicKey) {
  const controller = didDocument(issuer, [{ publicKey }]);
  const [method] = controller.verificationMethod as object[];
  const documents = new Map<string, object>([
    ...heldContexts,
    [issuer, controller],
    [verificationMethod, { '@context': 'https://w3id.org/security/multikey/v1', ...method, id: verificationMethod }],
  ]);
  return async (url: string) => {
    const document = documents.get(url);
    if (!document) throw new Error(`not held: ${url}`);
    return {
      contextUrl: null,
      documentUrl: url,
      document: document as Record<string, unknown>,
      tag: 'static' as const,
    };
  };
}
