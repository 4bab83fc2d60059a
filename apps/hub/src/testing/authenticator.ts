import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Answer {
  challenge: string;
  /** Where the browser stands. */
  origin: string;
}

/** A device with one passkey, as a browser would speak for it: ES256, attestation "none" (WebAuthn Level 3 §8.7). */
export class Authenticator {
  readonly id = randomBytes(32);
  #counter = 0;
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  register({ challenge, origin }: Answer) {
    const clientDataJSON = clientData('webauthn.create', challenge, origin);
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    // RFC 9052 §7: kty EC2, alg ES256, crv P-256
    const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]);
    const key = Buffer.concat([Buffer.alloc(16), Buffer.of(0, this.id.length), this.id, isoCBOR.encode(cose)]);
    const authData = new Uint8Array(Buffer.concat([this.#authenticatorData(origin, 0x45), key]));
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return this.#credential({
      clientDataJSON: clientDataJSON.toString('base64url'),
      attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
      transports: ['internal'],
    });
  }

  answer({ challenge, origin }: Answer, userHandle?: string) {
    const clientDataJSON = clientData('webauthn.get', challenge, origin);
    const authenticatorData = this.#authenticatorData(origin, 0x05);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
    return this.#credential({
      clientDataJSON: clientDataJSON.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: createSign('sha256').update(signed).sign(this.#keys.privateKey).toString('base64url'),
      userHandle,
    });
  }

  #credential<R>(response: R) {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {}, response };
  }

  #authenticatorData(origin: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(++this.#counter);
    return Buffer.concat([createHash('sha256').update(new URL(origin).hostname).digest(), Buffer.of(flags), counter]);
  }
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}
