import type { ProofTools } from '../proof/proof-tools.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { Limits } from './limits.ts';
import type { FetchFailure, Snapshot } from './report.ts';

/** What a verification may use of the outside world. Nothing is reached in another way. */
export interface Environment {
  fetch: Fetch;
  /** Now; `validFrom`, `validUntil` and the age of lists are measured by it. */
  clock: () => Date;
  /** Cryptography and canonicalisation; `webTools()` unless said. On Node `nodeTools()` is faster. */
  tools?: ProofTools;
  /** What was seen before; used for the "as last seen" answer, never for a green one. */
  snapshot?: Snapshot;
  trust?: TrustList[];
  /** Addresses or ids typed by the person who verifies; compared here and sent to nobody. */
  recipient?: string[];
  /** What a presentation must have been made for. */
  presentation?: {
    /** What the verifier asked to be signed along. */
    challenge?: string;
    /** Who the presentation is meant for. */
    domain?: string;
  };
  /** True: ask nobody. */
  offline?: boolean;
  /** Keeps status lists and the documents that hold keys between verifications, no longer than they allow. */
  cache?: AnswerCache;
  /** How far one verification may go; `defaultLimits` for what is not said. */
  limits?: Partial<Limits>;
}

/** A guarded GET. Never throws for what a server did: a failure is an answer. It bounds the time of each request. */
export type Fetch = (url: string, options: { accept: string }) => Promise<FetchAnswer>;

/** What a request came to. `url` is where the answer came from, after redirects. */
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
      /** Its `Link` header, when it has one: a page may name its badge there. */
      link?: string;
    }
  | { ok: false; url: string; status?: number; failure: FetchFailure };

/** One issuer in a list; ids are DIDs or addresses. */
export interface KnownIssuer {
  id: string;
  name?: string;
  /** What the list calls it, for example `founding member`. */
  as?: string;
  /** A date or instant, as the list writes it. */
  since?: string;
}

/** A list of known issuers, whatever its origin; see `loadTrustList`. */
export interface TrustList {
  name: string;
  url?: string;
  /**
   * How it is known that the list says what its publisher says: `signed` with a key that the publisher's own document
   * lists, `fetched` from an https address, or `given` by whoever verifies.
   */
  origin?: 'signed' | 'fetched' | 'given';
  /** Why nothing of it could be used; then it knows nobody, and a report says that it was not asked. */
  trouble?: 'unreachable' | 'not-a-list' | 'not-authentic' | 'outdated';
  issuers: KnownIssuer[];
  /** Lists too large to be had as a whole are asked about one issuer (OpenID Federation 1.0 §8.1). */
  federation?: Federation;
}

/** The trust anchor of an OpenID Federation: whom it makes a statement about is known to it. */
export interface Federation {
  /** The entity identifier of the anchor, an https address. */
  anchor: string;
  /** Where statements are fetched. */
  fetchEndpoint: string;
  /** The keys of the anchor, as a JWKS. */
  jwks: Record<string, unknown>;
}
