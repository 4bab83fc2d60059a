import type { SigningKey } from '../../keys/cryptography.ts';
import type { ProofTools } from '../proof-tools.ts';

/** What base proofs are made with: proof tools, and chance. `./node` and `webSdTools()` give a complete set. */
export interface SdTools extends ProofTools {
  /** Bytes that nobody can guess. */
  randomBytes(length: number): Uint8Array;
  /** A new P-256 key, used for the statements of one credential and then forgotten. */
  newProofKey(): SigningKey | Promise<SigningKey>;
}
