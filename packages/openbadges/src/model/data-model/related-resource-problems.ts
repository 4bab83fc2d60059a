import { decodeBase58 } from '../../keys/base58.ts';
import { decodeBase64url } from '../../keys/base64url.ts';
import { hexOf } from '../../keys/hex.ts';
import { BadgeError } from '../badge-error.ts';
import type { JsonObject } from '../json.ts';
import { textOf } from '../text-of.ts';
import { credentialsV2 } from './context-problems.ts';
import type { FoundProblems } from './found-problems.ts';
import { checkId, eachObject } from './typed-objects.ts';

/** Digests (SHA-256, and SHA-384 where given) in hex that a resource is known to have; more where it was published twice. */
export type KnownDigests = ReadonlyMap<string, readonly string[]>;

/** VC Data Model 2.0 §B.1, the Recommendation's and that of its predecessor, which the W3C's own tests name. */
export const knownDigests: KnownDigests = new Map([
  [
    credentialsV2,
    [
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
      '24a18c90e9856d526111f29376e302d970b2bd10182e33959995b0207d7043b9',
      '97f1eb8e5042356c805fdd61afa2c557663785e0794dcafa21e138fd38def18cb360133c221aa31d6896a6bf3e65b614',
      '35239c36999d2155312091af194a1edb61634d6ad789a5e5b19f2aebdd762dd9d1dcaada40eda7ef921c6b8c0ae107a0',
    ],
  ],
]);

/** VC 2.0 §5.3. A resource that is not known here is not judged: whoever fetches it compares. */
export function relatedResourceProblems(document: JsonObject, known: KnownDigests, found: FoundProblems) {
  const seen = new Set<string>();
  eachObject(document, 'relatedResource', found, (resource, pointer) => {
    checkId(resource, pointer, 'relatedResource', true, found);
    const id = typeof resource.id === 'string' ? resource.id : undefined;
    if (id !== undefined && seen.has(id)) found.add('model.resource-repeated', `${pointer}/id`, { id });
    if (id !== undefined) seen.add(id);
    if (resource.digestSRI === undefined && resource.digestMultibase === undefined) {
      found.add('model.digest-missing', pointer);
    }
    const right = id === undefined ? undefined : known.get(id);
    compare(resource, 'digestSRI', pointer, right, found);
    compare(resource, 'digestMultibase', pointer, right, found);
  });
}

type Member = 'digestSRI' | 'digestMultibase';

function compare(
  resource: JsonObject,
  member: Member,
  pointer: string,
  right: readonly string[] | undefined,
  found: FoundProblems,
) {
  const value = resource[member];
  if (value === undefined) return;
  const digests = member === 'digestSRI' ? fromIntegrity(value, right) : fromMultibase(value);
  if (!digests) return found.add('model.digest-malformed', `${pointer}/${member}`, { member });
  if (!right || digests.length === 0 || digests.some((digest) => right.includes(digest))) return;
  found.add('model.digest-wrong', `${pointer}/${member}`, { id: textOf(resource.id) });
}

/** Subresource Integrity §3.5: one or more of `sha256-`, `sha384-`, `sha512-`; the W3C's tests also write hex. */
function fromIntegrity(value: unknown, right: readonly string[] = []): string[] | undefined {
  if (typeof value !== 'string' || value.length > 2000) return undefined;
  const sources = value.trim().split(/\s+/);
  if (!sources.every((source) => /^sha(256|384|512)-[A-Za-z0-9+/_-]+={0,2}(\?[!-~]*)?$/.test(source))) return undefined;
  const compared = right.some((digest) => digest.length === 96) ? /^sha(256|384)-/ : /^sha256-/;
  return sources.filter((source) => compared.test(source)).map((source) => digestHex(source.slice(7)));
}

/** A wrong length makes a wrong digest and no other error. */
function digestHex(digest: string): string {
  if (/^([0-9a-f]{64}|[0-9a-f]{96})$/i.test(digest)) return digest.toLowerCase();
  const plain = digest.replace(/[=?].*$/, '');
  return plain.length % 4 === 1 ? plain : hexOf(decodeBase64url(plain));
}

/** Multihash codes of SHA-2 and SHA-3, with the length of their digests in bytes. */
const multihashes = new Map([
  [0x12, 32],
  [0x20, 48],
  [0x13, 64],
  [0x16, 32],
  [0x15, 48],
  [0x14, 64],
]);

/** Controlled Identifiers 1.0 §2.4, §2.5: base58btc or base64url of code, length and digest. */
function fromMultibase(value: unknown): string[] | undefined {
  if (typeof value !== 'string' || value.length > 200) return undefined;
  const bytes = decoded(value);
  // A bare SHA-256 digest is what the W3C's own tests hold.
  if (bytes?.length === 32) return [hexOf(bytes)];
  const [code, length] = bytes ?? [];
  if (!bytes || length !== bytes.length - 2 || multihashes.get(code ?? 0) !== length) return undefined;
  return code === 0x12 ? [hexOf(bytes.subarray(2))] : [];
}

function decoded(value: string): Uint8Array | undefined {
  const decode = { z: decodeBase58, u: decodeBase64url }[value[0] as string];
  try {
    return decode?.(value.slice(1));
  } catch (error) {
    if (error instanceof BadgeError && error.code === 'encoding.invalid') return undefined;
    throw error;
  }
}
