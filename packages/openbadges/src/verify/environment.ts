import type { ProofTools } from '../proof/proof-tools.ts';
import type { FetchFailure, Snapshot } from './report.ts';

/** What a verification may use of the outside world. Nothing is reached in another way. */
export interface Environment {
  fetch: Fetch;
  clock: () => Date;
  /** Cryptography and canonicalisation; `webTools()` unless said. On Node `nodeTools()` is faster. */
  tools?: ProofTools;
  /** What was seen before; used for the "as last seen" answer, never for a green one. */
  snapshot?: Snapshot;
  trust?: TrustList[];
  /** Addresses or ids typed by the person who verifies; compared here and sent to nobody. */
  recipient?: string[];
  /** True: ask nobody. */
  offline?: boolean;
}

/** A guarded GET. Never throws for what a server did: a failure is an answer. */
export type Fetch = (url: string, options: { accept: string }) => Promise<FetchAnswer>;

export type FetchAnswer =
  | {
      ok: true;
      /** Where the answer came from, after redirects. */
      url: string;
      status: number;
      contentType: string;
      body: Uint8Array;
      /** For how many milliseconds the server lets it be kept; absent when it does not say. */
      maxAge?: number;
    }
  | { ok: false; url: string; status?: number; failure: FetchFailure };

/** A list of known issuers, whatever its origin. */
export interface TrustList {
  name: string;
  url?: string;
  issuers: { id: string; name?: string; as?: string; since?: string }[];
}
