import { dereferenceDid } from '../../src/did/dereference-did.ts';
import { type DidError, didRefusal } from '../../src/did/did-answer.ts';
import type { Route } from './route.ts';
import type { ServeWorld } from './serve-world.ts';

/** DID Resolution 1.0 §7.1; what is wrong with the request is 400. */
const statuses: Partial<Record<DidError, number>> = { notFound: 404, internalError: 502, methodNotSupported: 501 };

/** `GET /1.0/identifiers/<DID or DID URL>`: every method that is known. */
export const identifiersRoute: Route = ({ request, rest }, world) => answer(rest, request.query, world);

/** The same for did:key alone, to which a DID of any other method is no DID at all (did:key §3.1.1). */
export const didKeyRoute: Route = ({ request, rest }, world) =>
  /^did:(?!key:)/.test(rest) ? refusal(didRefusal('invalidDid')) : answer(rest, request.query, world);

async function answer(text: string, query: URLSearchParams, { fetch }: ServeWorld) {
  const format = query.get('publicKeyFormat');
  const found = await dereferenceDid(text, fetch, {
    ...(format === null ? {} : { publicKeyFormat: format }),
    enableExperimentalPublicKeyTypes: query.get('enableExperimentalPublicKeyTypes') === 'true',
  });
  return refusal(found);
}

function refusal(body: ReturnType<typeof didRefusal>) {
  const { error } = body.didResolutionMetadata;
  const type = 'application/ld+json;profile="https://w3id.org/did-resolution"';
  const headers = { 'content-type': type, 'access-control-allow-origin': '*' };
  return { status: error === undefined ? 200 : (statuses[error] ?? 400), body, headers };
}
