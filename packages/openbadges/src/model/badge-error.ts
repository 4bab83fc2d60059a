/** Everything this library throws on purpose. Add codes, never rename one: callers switch on them. */
export type BadgeErrorCode =
  | 'bake.damaged-pdf'
  | 'bake.damaged-png'
  | 'bake.encrypted-pdf'
  | 'bake.not-a-pdf'
  | 'bake.not-a-png'
  | 'bake.not-an-svg'
  | 'bake.svg-with-entities'
  | 'bake.too-large'
  | 'canon.context-different'
  | 'canon.context-unknown'
  | 'canon.context-invalid'
  | 'canon.term-aliased'
  | 'canon.term-undefined'
  | 'canon.too-complex'
  | 'canon.not-json'
  | 'convert.not-a-badge'
  | 'convert.revoked'
  | 'did.invalid'
  | 'did.method-unsupported'
  | 'did.unresolved'
  | 'document.invalid'
  | 'encoding.invalid'
  | 'key.invalid'
  | 'key.unsupported'
  | 'key.wrong-type'
  | 'jwt.claim-missing'
  | 'pool.closed'
  | 'pool.crashed'
  | 'proof.previous-missing'
  | 'qr.too-long'
  | 'pointer.inseparable'
  | 'pointer.invalid'
  | 'pointer.missing'
  | 'proof.malformed'
  | 'proof.missing'
  | 'proof.nothing-disclosed'
  | 'status.malformed'
  | 'status.list-full'
  | 'status.list-length'
  | 'status.range'
  | 'status.purpose'
  | 'trust.not-a-list'
  | 'trust.unreachable';

/** A named failure. `values` hold what a sentence about it needs; never a secret, never a whole document. */
export class BadgeError extends Error {
  override readonly name = 'BadgeError';
  readonly code: BadgeErrorCode;
  readonly values: Record<string, string>;

  constructor(code: BadgeErrorCode, values: Record<string, string> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(values)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.values = values;
  }
}
