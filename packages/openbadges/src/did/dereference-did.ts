import { asArray, isObject, type JsonObject } from '../model/json.ts';
import type { Fetch } from '../verify/environment.ts';
import { type DidAnswer, type DidError, didAnswer, didRefusal } from './did-answer.ts';
import { didKeyDocument } from './did-key.ts';
import { type DidUrl, readDidUrl } from './did-url.ts';
import type { PublicKeyFormat } from './key-forms.ts';
import { type DidResolution, resolveDid } from './resolve-did.ts';
import { type DidKeyWish, whyNotDidKey } from './why-not-did-key.ts';

/**
 * Resolves a DID, or what a DID URL names in its document: a key by its fragment, an endpoint by `?service=`
 * (DID Resolution 1.0 §4, §5). An answer, never an exception for what was asked; only did:web asks the network.
 */
export async function dereferenceDid(text: string, fetch: Fetch, wish: DidKeyWish = {}): Promise<DidAnswer> {
  const reading = readDidUrl(text);
  if (!reading.ok) return didRefusal(reading.code);
  const { url } = reading;
  const found = url.method === 'key' ? keyDocument(url.did, wish) : await documentOf(url.did, fetch);
  if (typeof found === 'string') return didRefusal(found);
  if (url.path !== '') return didRefusal('notFound');
  return url.query === undefined ? partOf(found, url) : serviceOf(found, url);
}

function keyDocument(did: string, wish: DidKeyWish): JsonObject | DidError {
  const refused = whyNotDidKey(did, wish);
  if (refused) return refused;
  return didKeyDocument(did, {
    publicKeyFormat: wish.publicKeyFormat as PublicKeyFormat | undefined,
    keyAgreement: true,
  });
}

async function documentOf(did: string, fetch: Fetch): Promise<JsonObject | DidError> {
  const resolution = await resolveDid(did, fetch);
  return resolution.outcome === 'resolved' ? resolution.document : errorOf(resolution);
}

function errorOf(resolution: Exclude<DidResolution, { outcome: 'resolved' }>): DidError {
  if (resolution.outcome === 'unreachable') {
    const gone = !resolution.answer.ok && ['not-found', 'gone'].includes(resolution.answer.failure);
    return gone ? 'notFound' : 'internalError';
  }
  if (resolution.code === 'did.method-unsupported') return 'methodNotSupported';
  return resolution.code === 'did.wrong-document' ? 'invalidDidDocument' : 'invalidDid';
}

/** DID Core §5.2, §5.4: an object of the document with this id, wherever it stands. */
function partOf(document: JsonObject, { did, fragment }: DidUrl): DidAnswer {
  if (fragment === undefined) return didAnswer(document);
  const members = Object.keys(document).filter((member) => member !== '@context');
  const part = members
    .flatMap((member) => asArray(document[member]))
    .filter(isObject)
    .find(({ id }) => id === `${did}#${fragment}` || id === `#${fragment}`);
  return part ? didAnswer({ '@context': document['@context'], ...part }) : didRefusal('notFound');
}

/** DID Core §3.2.1: `service` names one by its fragment, `relativeRef` is resolved against its endpoint. */
function serviceOf(document: JsonObject, { did, query }: DidUrl): DidAnswer {
  const parameters = new URLSearchParams(query);
  const name = parameters.get('service');
  if (name === null) return didRefusal('invalidDidUrl');
  const service = asArray(document.service)
    .filter(isObject)
    .find(({ id }) => id === `${did}#${name}` || id === `#${name}`);
  const endpoint = asArray(service?.serviceEndpoint).find((each) => typeof each === 'string');
  if (!service || endpoint === undefined) return didRefusal('notFound');
  const reference = parameters.get('relativeRef') ?? '';
  if (!URL.canParse(reference, endpoint)) return didRefusal('invalidDidUrl');
  return didAnswer(service, { location: reference === '' ? endpoint : new URL(reference, endpoint).href });
}
