/** Private keys, encrypted at rest. What comes out is good for signing and for nothing else. */
export interface KeyStore {
  /** Encrypts with the hub's secret (AES-256-GCM), bound to what it is for. */
  seal(plain: Uint8Array, boundTo: string): Buffer;
  /** The opposite; throws when the bytes, the secret or the purpose are other ones. */
  open(sealed: Uint8Array, boundTo: string): Buffer;
  /** A key derived from the hub's secret, for signing cookies and links. */
  derive(purpose: string): Buffer;
}
