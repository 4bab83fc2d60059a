import type { JsonObject } from '../model/json.ts';

/** DID Resolution 1.0 §10 and did:key §3.1, as the resolvers of today write them. */
export type DidError =
  | 'invalidDid'
  | 'invalidDidUrl'
  | 'invalidDidDocument'
  | 'invalidPublicKey'
  | 'invalidPublicKeyLength'
  | 'invalidPublicKeyType'
  | 'methodNotSupported'
  | 'notFound'
  | 'internalError'
  | 'unsupportedPublicKeyType';

/** What a resolver answers over HTTP (DID Resolution 1.0 §7.1), also when it refuses. */
export interface DidAnswer {
  '@context': 'https://w3id.org/did-resolution/v1';
  /** The document, or the part of it that a DID URL names; empty when there is none. */
  didDocument: JsonObject;
  didDocumentMetadata: JsonObject;
  didResolutionMetadata: DidMetadata;
  didDereferencingMetadata: DidMetadata;
}

/** What a resolver says besides the document (DID Resolution §4). */
export interface DidMetadata {
  contentType?: string;
  error?: DidError;
  /** The service endpoint a DID URL with `?service=` leads to. */
  location?: string;
}

export function didAnswer(didDocument: JsonObject, more: Pick<DidMetadata, 'location'> = {}): DidAnswer {
  const contentType = 'application/did+ld+json';
  return {
    '@context': 'https://w3id.org/did-resolution/v1',
    didDocument,
    didDocumentMetadata: {},
    didResolutionMetadata: { contentType },
    didDereferencingMetadata: { contentType, ...more },
  };
}

export function didRefusal(error: DidError): DidAnswer {
  return {
    '@context': 'https://w3id.org/did-resolution/v1',
    didDocument: {},
    didDocumentMetadata: {},
    didResolutionMetadata: { error },
    didDereferencingMetadata: { error },
  };
}
