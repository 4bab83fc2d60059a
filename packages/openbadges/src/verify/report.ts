/** What a check can come to. `unknown` means it could not be carried out; it is never shown as a pass. */
export type Outcome = 'passed' | 'failed' | 'warning' | 'skipped' | 'unknown';

/** The eight questions every verification answers, in this order. */
export type CheckId = 'shape' | 'proof' | 'key' | 'status' | 'dates' | 'recipient' | 'issuer' | 'endorsements';

/** What a whole verification comes to. What could not be found out is never called valid. */
export type Verdict = 'valid' | 'invalid' | 'revoked' | 'suspended' | 'expired' | 'not-yet-valid' | 'could-not-check';

/** One question about a badge, and what was found. */
export interface Check {
  id: CheckId;
  outcome: Outcome;
  /** Stable and translatable, for example `proof.tampered`, `status.unreachable-timeout`, `key.not-listed`. */
  code: string;
  /** Values named in the sentence, so that a page can say it in another language. */
  values: Record<string, string>;
  /** One plain English sentence. */
  sentence: string;
  /** What the reader can do, where there is something. */
  remedy?: string;
  /** RFC 6901 pointer into the document. */
  pointer?: string;
}

/** Versions of Open Badges as they are told apart. */
export type BadgeVersion = '0.5' | '1.0' | '1.1' | '2.0' | '3.0';

/** How a badge was carried and secured. */
export interface BadgeFormat {
  version?: BadgeVersion;
  envelope?: 'vc-1.1' | 'vc-2.0';
  security?: 'data-integrity' | 'vc-jwt' | 'hosted' | 'signed-jws';
  carrier: 'json' | 'jwt' | 'png' | 'svg' | 'pdf' | 'html' | 'url';
  /** Where in what was brought it lay: the name of a file in a ZIP or PDF, `line 3`, or a JSON pointer. Untrusted text. */
  place?: string;
}

/** One view for showing any version; the original bytes stay as they were. Texts are untrusted. */
export interface BadgeView {
  id?: string;
  name: string;
  description?: string;
  /** Markdown. */
  criteria?: string;
  criteriaUrl?: string;
  achievementId?: string;
  achievementType?: string;
  /** URL or data: URI. */
  image?: string;
  tags: string[];
  alignments: { name: string; url?: string; framework?: string; code?: string; description?: string }[];
  evidence: { url?: string; name?: string; description?: string; narrative?: string; genre?: string }[];
  results: { name?: string; value?: string; status?: string }[];
  narrative?: string;
  /** What else Open Badges 3.0 says of an award, under its own names; instants are ISO 8601. */
  activityStartDate?: string;
  activityEndDate?: string;
  creditsEarned?: number;
  creditsAvailable?: number;
  licenseNumber?: string;
  role?: string;
  term?: string;
  /** Who assessed it on behalf of the issuer. */
  source?: { id: string; name?: string };
  fieldOfStudy?: string;
  specialization?: string;
  humanCode?: string;
  /** The language of the badge, and its version. */
  inLanguage?: string;
  version?: string;
  issuer: { id: string; name?: string; url?: string; email?: string; image?: string; description?: string };
  creator?: { id: string; name?: string };
  recipient: { name?: string; id?: string; identifiers: RecipientIdentifier[] };
  /** ISO 8601 instants. */
  awardedAt?: string;
  validFrom?: string;
  validUntil?: string;
}

/** OB 3.0 IdentityObject and its ancestors, in one form (STANDARDS OB 3.0 §1.4). */
export interface RecipientIdentifier {
  type: string;
  hashed: boolean;
  identity: string;
  salt?: string;
}

/** One request made while verifying. `failure` is set when no usable answer came. */
export interface RequestMade {
  url: string;
  purpose:
    | 'document'
    | 'context'
    | 'did'
    | 'key'
    | 'status'
    | 'issuer'
    | 'achievement'
    | 'refresh'
    | 'image'
    | 'schema'
    | 'trust';
  status?: number;
  failure?: FetchFailure;
  /** sha256 of the body, lower-case hex. */
  digest?: string;
  /** Milliseconds. */
  took?: number;
  fromSnapshot?: boolean;
  /** When the answer was fetched, where it came out of the cache. */
  cachedAt?: string;
}

/** Why an address gave no usable answer. */
export type FetchFailure =
  | 'not-found'
  | 'gone'
  | 'timeout'
  | 'unreachable'
  | 'refused-address'
  | 'too-large'
  | 'wrong-type'
  | 'too-many-redirects'
  | 'server-error'
  /** The server answers, but lets no web page of others read it (CORS). */
  | 'not-shared'
  | 'not-allowed-offline'
  | 'limit-reached';

/** A dated, content-addressed copy of everything that was fetched. */
export interface Snapshot {
  takenAt: string;
  entries: SnapshotEntry[];
}
/** One answer that was seen. */
export interface SnapshotEntry {
  url: string;
  status: number;
  contentType: string;
  /** UTF-8 text as it came, or what `encoding` says. */
  body: string;
  /** For what is no text, such as a picture. */
  encoding?: 'base64url';
  digest: string;
  fetchedAt: string;
}

/** Everything a verification found. */
export interface Report {
  verdict: Verdict;
  checks: Check[];
  format: BadgeFormat;
  /** Absent when the document was tampered with or could not be read: nothing of it may be shown as fact. */
  badge?: BadgeView;
  /** The identity of the credential: issuer id and credential id, normalised (OB 3.0 equality). */
  identity?: { issuer: string; id: string };
  /** The document as text: JSON or compact JWS, exactly as it was carried. */
  document?: string;
  checkedAt: string;
  requests: RequestMade[];
  snapshot: Snapshot;
  /** Intermediate values for people who check the checker: canonical form, hashes, proof options, key. */
  technical: Record<string, unknown>;
  /** Reports of embedded endorsements and of credentials inside a presentation or CLR. */
  inner: { role: 'endorsement' | 'credential'; report: Report }[];
  /** The answer from the last snapshot, when the live one could not be had. */
  lastSeen?: { verdict: Verdict; takenAt: string };
}
