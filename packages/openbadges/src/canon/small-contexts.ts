import type { JsonObject } from '../model/json.ts';

const security = 'https://w3id.org/security#';
const statusList = 'https://w3id.org/vc/status-list#';
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';
const keywords = { '@protected': true, id: '@id', type: '@type' };

/** Controlled Identifiers 1.0 §2.2.2 and §2.2.3. */
const verificationMethod = {
  ...keywords,
  controller: { '@id': `${security}controller`, '@type': '@id' },
  revoked: { '@id': `${security}revoked`, '@type': dateTime },
  expires: { '@id': `${security}expiration`, '@type': dateTime },
};

/** Contexts small enough to be written down: no package carries them. */
export const smallContexts: [string, JsonObject][] = [
  ['https://w3id.org/security/multikey/v1', { '@context': { ...keywords, Multikey: multikey() } }],
  ['https://w3id.org/security/jwk/v1', { '@context': { ...keywords, JsonWebKey: jsonWebKey() } }],
  ['https://w3id.org/vc/status-list/2021/v1', { '@context': { '@protected': true, ...statusList2021() } }],
  vocabularyOnly('https://www.w3.org/ns/credentials/examples/v2', 'https://www.w3.org/ns/credentials/examples#'),
  vocabularyOnly(
    'https://www.w3.org/ns/credentials/undefined-terms/v2',
    'https://www.w3.org/ns/credentials/undefined-term#',
  ),
];

function multikey(): JsonObject {
  return {
    '@id': `${security}Multikey`,
    '@context': {
      ...verificationMethod,
      publicKeyMultibase: { '@id': `${security}publicKeyMultibase`, '@type': `${security}multibase` },
      secretKeyMultibase: { '@id': `${security}secretKeyMultibase`, '@type': `${security}multibase` },
    },
  };
}

function jsonWebKey(): JsonObject {
  return {
    '@id': `${security}JsonWebKey`,
    '@context': {
      ...verificationMethod,
      publicKeyJwk: { '@id': `${security}publicKeyJwk`, '@type': '@json' },
      secretKeyJwk: { '@id': `${security}secretKeyJwk`, '@type': '@json' },
    },
  };
}

/** The predecessor of Bitstring Status List, for credentials that still name it. */
function statusList2021(): JsonObject {
  const names = { description: 'http://schema.org/description', name: 'http://schema.org/name' };
  const purpose = { statusPurpose: `${statusList}statusPurpose` };
  return {
    StatusList2021Credential: scoped('StatusList2021Credential', names),
    StatusList2021: scoped('StatusList2021', { ...purpose, encodedList: `${statusList}encodedList` }),
    StatusList2021Entry: scoped('StatusList2021Entry', {
      ...purpose,
      statusListIndex: `${statusList}statusListIndex`,
      statusListCredential: { '@id': `${statusList}statusListCredential`, '@type': '@id' },
    }),
  };
}

function scoped(type: string, terms: JsonObject): JsonObject {
  return { '@id': `${statusList}${type}`, '@context': { ...keywords, ...terms } };
}

function vocabularyOnly(url: string, vocabulary: string): [string, JsonObject] {
  return [url, { '@context': { '@vocab': vocabulary } }];
}
