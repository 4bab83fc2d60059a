import { createHash } from 'node:crypto';
import { badgeView } from '../../src/import/badge-view.ts';
import { decodeText } from '../../src/import/decode-text.ts';
import { detectDocument } from '../../src/import/detect-document.ts';
import { parseJson } from '../../src/import/parse-json.ts';
import type { FoundDocument } from '../../src/import/reading.ts';
import { decodeBase64url } from '../../src/keys/base64url.ts';
import { BadgeError } from '../../src/model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../../src/model/json.ts';
import { textOf } from '../../src/model/text-of.ts';
import { nodeTools } from '../../src/node.ts';
import type { BadgeView } from '../../src/verify/report.ts';
import { payloadOf } from './payload-of.ts';

/** What `inspect --json` prints about one badge. What is not there is null. */
export interface Inspection {
  carrier: FoundDocument['carrier'];
  form: FoundDocument['form'];
  fileName: string | null;
  kind: string;
  version: string | null;
  envelope: string | null;
  /** UTF-8 bytes. */
  size: number;
  sha256: string;
  canonical: { sha256: string } | { error: string } | null;
  proofs: {
    type: string;
    cryptosuite: string | null;
    verificationMethod: string | null;
    created: string | null;
    purpose: string | null;
  }[];
  /** The header of a JWT. */
  header: JsonObject | null;
  status: { type: string; list: string | null; index: string | null } | null;
  badge: BadgeView | null;
}

export async function inspection(found: FoundDocument): Promise<Inspection> {
  const document = payloadOf(found);
  const { kind, version, envelope } = detectDocument(document);
  return {
    carrier: found.carrier,
    form: found.form,
    fileName: found.fileName ?? null,
    kind: found.form === 'url' ? 'hosted badge' : kind,
    version: version ?? null,
    envelope: envelope ?? null,
    size: Buffer.byteLength(found.text),
    sha256: sha256(found.text),
    canonical: await canonicalOf(document),
    proofs: isObject(document) ? asArray(document.proof).filter(isObject).map(proofOf) : [],
    header: found.form === 'jws' ? headerOf(found.text) : null,
    status: isObject(document) ? statusOf(document.credentialStatus) : null,
    badge: badgeView(document) ?? null,
  };
}

async function canonicalOf(document: unknown): Promise<Inspection['canonical']> {
  if (!isObject(document) || document['@context'] === undefined) return null;
  const { proof: _, ...bare } = document;
  try {
    return { sha256: sha256(await nodeTools().canonicalizer.canonize(bare)) };
  } catch (error) {
    if (error instanceof BadgeError) return { error: error.code };
    throw error;
  }
}

function proofOf(proof: JsonObject): Inspection['proofs'][number] {
  return {
    type: textOf(proof.type),
    cryptosuite: textOrNull(proof.cryptosuite),
    verificationMethod: textOrNull(proof.verificationMethod),
    created: textOrNull(proof.created),
    purpose: textOrNull(proof.proofPurpose),
  };
}

function headerOf(jws: string): JsonObject | null {
  const bytes = decoded(jws.split('.')[0] ?? '');
  const text = bytes && decodeText(bytes);
  const parsed = text === undefined ? undefined : parseJson(text);
  return parsed?.ok && isObject(parsed.json) ? parsed.json : null;
}

function decoded(text: string): Uint8Array | undefined {
  try {
    return decodeBase64url(text);
  } catch (error) {
    if (error instanceof BadgeError) return undefined;
    throw error;
  }
}

function statusOf(value: unknown): Inspection['status'] {
  const [status] = asArray(value).filter(isObject);
  if (!status) return null;
  const list = status.statusListCredential ?? status.id;
  const index = status.statusListIndex;
  return { type: textOf(status.type), list: textOrNull(list), index: index === undefined ? null : String(index) };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
