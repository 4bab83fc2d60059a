import { BadgeError } from '../model/badge-error.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import type { Fetch, FetchAnswer } from '../verify/environment.ts';
import { didJwkDocument } from './did-jwk.ts';
import { didKeyDocument } from './did-key.ts';
import { didWebUrl } from './did-web.ts';

/** What came of resolving a DID. `unreachable` says nothing about the DID; `invalid` does. */
export type DidResolution =
  | { outcome: 'resolved'; document: JsonObject; url?: string }
  | { outcome: 'unreachable'; url: string; answer: FetchAnswer }
  | { outcome: 'invalid'; code: 'did.invalid' | 'did.method-unsupported' | 'did.wrong-document'; url?: string };

/** Resolves did:key, did:jwk and did:web; a DID URL stands for its DID. Only did:web asks the network. */
export async function resolveDid(didUrl: string, fetch: Fetch): Promise<DidResolution> {
  const did = didUrl.split(/[#?]/)[0] as string;
  try {
    if (did.startsWith('did:key:')) return { outcome: 'resolved', document: didKeyDocument(did) };
    if (did.startsWith('did:jwk:')) return { outcome: 'resolved', document: didJwkDocument(did) };
    if (did.startsWith('did:web:')) return await resolveDidWeb(did, fetch);
    return { outcome: 'invalid', code: 'did.method-unsupported' };
  } catch (error) {
    if (error instanceof BadgeError) return { outcome: 'invalid', code: 'did.invalid' };
    throw error;
  }
}

async function resolveDidWeb(did: string, fetch: Fetch): Promise<DidResolution> {
  const url = didWebUrl(did);
  const answer = await fetch(url, { accept: 'application/did+ld+json, application/did+json, application/json' });
  if (!answer.ok) return { outcome: 'unreachable', url, answer };
  const document = parsedJson(answer.body);
  if (!isObject(document) || document.id !== did) return { outcome: 'invalid', code: 'did.wrong-document', url };
  return { outcome: 'resolved', document, url };
}

function parsedJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
