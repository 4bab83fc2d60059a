import type { PublicKey } from '../keys/public-key.ts';
import type { JsonObject } from '../model/json.ts';
import type { Check } from './report.ts';

/** What came of checking the signature of a document, whatever its form. */
export interface Secured {
  /** The credential: for a token, what is inside it. */
  document?: JsonObject;
  proof: Check;
  /** Every signature that is right; the first of them whose key the issuer lists decides. */
  signers: { key: PublicKey; method?: string }[];
  /** A signature that is wrong, beside others that are right. */
  tampered?: Check;
  security: 'data-integrity' | 'vc-jwt';
  technical: Record<string, unknown>;
}
