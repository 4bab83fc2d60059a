import type { SigningKey } from '../../keys/cryptography.ts';
import { publicKeyFromJwk } from '../../keys/public-key.ts';
import type { JsonObject } from '../../model/json.ts';
import { webTools } from '../web-tools.ts';
import type { SdTools } from './sd-tools.ts';

/**
 * Everything that selective disclosure needs, where there is WebCrypto. On Node, `nodeSdTools()` is faster.
 * `contexts`: those of your own by address, beside the ones that are held.
 */
export function webSdTools(contexts: Iterable<[string, JsonObject]> = []): SdTools {
  return {
    ...webTools(contexts),
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    newProofKey,
  };
}

async function newProofKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  return {
    publicKey: publicKeyFromJwk(await crypto.subtle.exportKey('jwk', pair.publicKey)),
    async sign(bytes) {
      const signed = crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, new Uint8Array(bytes));
      return new Uint8Array(await signed);
    },
  };
}
