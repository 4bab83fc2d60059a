import { BadgeError, type BadgeErrorCode } from '../model/badge-error.ts';
import type { DataModelCode } from '../model/data-model/data-model-sentences.ts';
import type { JwtCode } from '../proof/verify-vc-jwt.ts';
import { check } from './check.ts';
import { type CheckCode, checkSentences } from './check-sentences.ts';

/** A problem as RFC 9457 §3 writes it, with two members of ours. */
export interface ProblemDetails {
  /** URL of one of the W3C's types, or `about:blank` where there is none for it. */
  type: string;
  title: string;
  /** HTTP status, where a server says one. */
  status?: number;
  /** One plain English sentence. */
  detail: string;
  /** RFC 6901 pointer into the document. */
  pointer?: string;
  /** Ours, stable: the code of the check or error. */
  code: string;
}

/** What can be told as a problem: a check, a rule of the data model, what a proof came to, or an error. */
export interface FoundProblem {
  code: string;
  values?: Record<string, string>;
  sentence?: string;
  pointer?: string;
  /** The type, where whoever found it knows better. */
  problemType?: string;
}

const vc = 'https://www.w3.org/TR/vc-data-model#';
const security = 'https://w3id.org/security#';
const statusList = 'https://www.w3.org/ns/credentials/status-list#';
const method = `${security}INVALID_VERIFICATION_METHOD`;
const controller = `${security}INVALID_CONTROLLED_IDENTIFIER_DOCUMENT`;
const verification = `${security}PROOF_VERIFICATION_ERROR`;
const generation = `${security}PROOF_GENERATION_ERROR`;
const transformation = `${security}PROOF_TRANSFORMATION_ERROR`;
const dataLoss = `${security}DATA_LOSS_DETECTION_ERROR`;
const malformed = `${vc}MALFORMED_VALUE_ERROR`;
const none = 'about:blank';

type Code = BadgeErrorCode | CheckCode | DataModelCode | JwtCode;
type FamilyOf<Each extends string> = Each extends `${infer Family}.${string}` ? Family : never;

/** The first word of a code decides, unless the code itself is listed below. */
const families: Record<FamilyOf<Code>, string> = {
  bake: `${vc}PARSING_ERROR`,
  canon: transformation,
  convert: malformed,
  dates: `${vc}RANGE_ERROR`,
  did: `${security}INVALID_CONTROLLED_IDENTIFIER_DOCUMENT_ID`,
  document: malformed,
  encoding: `${vc}PARSING_ERROR`,
  endorsements: none,
  import: `${vc}PARSING_ERROR`,
  issuer: none,
  jwt: `${vc}CRYPTOGRAPHIC_SECURITY_ERROR`,
  key: method,
  model: malformed,
  pointer: generation,
  pool: none,
  proof: verification,
  qr: `${vc}RANGE_ERROR`,
  recipient: none,
  shape: malformed,
  status: `${statusList}STATUS_VERIFICATION_ERROR`,
  trust: none,
};

const types: Partial<Record<string, string>> = {
  'canon.term-undefined': dataLoss,
  'did.unresolved': controller,
  'jwt.malformed': `${vc}PARSING_ERROR`,
  'jwt.claim-missing': malformed,
  'jwt.key-unavailable': method,
  'jwt.key-wrong-type': method,
  'key.did-method-unsupported': controller,
  'key.insecure-address': `${security}INVALID_VERIFICATION_METHOD_URL`,
  'key.issuer-without-document': `${security}INVALID_CONTROLLED_IDENTIFIER_DOCUMENT_ID`,
  'key.not-for-purpose': `${security}INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD`,
  'key.retired': `${security}INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD`,
  'key.wrong-document': `${security}INVALID_CONTROLLED_IDENTIFIER_DOCUMENT_ID`,
  'proof.challenge-mismatch': `${security}INVALID_CHALLENGE_ERROR`,
  'proof.context-invalid': transformation,
  'proof.domain-mismatch': `${security}INVALID_DOMAIN_ERROR`,
  'proof.extensions-missing': dataLoss,
  'proof.key-not-named': `${security}INVALID_VERIFICATION_METHOD_URL`,
  'proof.key-unavailable': method,
  'proof.key-wrong-type': method,
  'proof.term-undefined': dataLoss,
  'proof.too-complex': transformation,
  'proof.unknown-context': transformation,
  'shape.unknown-context': transformation,
  'status.entry-malformed': `${statusList}MALFORMED_VALUE_ERROR`,
  'status.list-length': `${statusList}STATUS_LIST_LENGTH_ERROR`,
  'status.list-malformed': `${statusList}MALFORMED_VALUE_ERROR`,
  'status.malformed': `${statusList}MALFORMED_VALUE_ERROR`,
  'status.numeric-index': `${statusList}MALFORMED_VALUE_ERROR`,
  'status.outside-list': `${statusList}RANGE_ERROR`,
  'status.range': `${statusList}RANGE_ERROR`,
  'status.short-list': `${statusList}STATUS_LIST_LENGTH_ERROR`,
} satisfies Partial<Record<Code, string>>;

/** Proofs and tokens name what happened; the checks have the sentences for it. */
const alike: Partial<Record<string, CheckCode>> = {
  'canon.context-invalid': 'proof.context-invalid',
  'canon.context-unknown': 'proof.unknown-context',
  'canon.term-undefined': 'proof.term-undefined',
  'canon.too-complex': 'proof.too-complex',
  'jwt.algorithm-refused': 'proof.algorithm-refused',
  'jwt.algorithm-unsupported': 'proof.algorithm-unsupported',
  'jwt.claims-mismatch': 'proof.claim-differs',
  'jwt.key-unavailable': 'proof.key-unavailable',
  'jwt.key-wrong-type': 'proof.key-wrong-type',
  'jwt.malformed': 'proof.malformed',
  'jwt.private-key-exposed': 'proof.private-key-exposed',
  'jwt.tampered': 'proof.tampered',
  'jwt.type-unexpected': 'proof.purpose-unexpected',
  'proof.suite-unsupported': 'proof.unsupported',
};

/**
 * A problem in the words of the W3C (VC Data Model 2.0 §7.2, Data Integrity §4.7, Controlled Identifiers §3.4,
 * Bitstring Status List §3.5). Every code has an answer.
 */
export function problemDetails(found: FoundProblem | BadgeError): ProblemDetails {
  const { code } = found;
  const told: FoundProblem = found;
  const type = told.problemType ?? typeOf(code, found instanceof BadgeError);
  const title = titleOf(type);
  return {
    type,
    title,
    detail: told.sentence ?? sentenceOf(code, told.values ?? {}) ?? `${title} (${code}).`,
    ...(told.pointer === undefined ? {} : { pointer: told.pointer }),
    code,
  };
}

/** Errors are thrown where something is made, never where it is checked. */
function typeOf(code: string, isMaking: boolean): string {
  const [family = ''] = code.split('.', 1);
  const type =
    types[code] ??
    unreachable(family, code) ??
    (Object.hasOwn(families, family) ? families[family as keyof typeof families] : none);
  return isMaking && type === verification ? generation : type;
}

function unreachable(family: string, code: string): string | undefined {
  if (!code.includes('.unreachable-')) return undefined;
  if (family === 'status') return `${statusList}STATUS_RETRIEVAL_ERROR`;
  return family === 'key' ? controller : undefined;
}

function sentenceOf(code: string, values: Record<string, string>): string | undefined {
  const named = alike[code] ?? code;
  return Object.hasOwn(checkSentences, named)
    ? check('proof', 'failed', named as CheckCode, values).sentence
    : undefined;
}

/** `…#PROOF_VERIFICATION_ERROR` reads as "Proof verification error". */
function titleOf(type: string): string {
  const words = (type.split('#')[1] ?? 'PROBLEM').toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
