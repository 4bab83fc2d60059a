import type { JsonObject } from '../model/json.ts';

const clr = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';
const keywords = { id: '@id', type: '@type' };

/** The two published Comprehensive Learner Record contexts; they differ in one prefix and three terms. */
export const clrContexts: [string, JsonObject][] = [
  [
    'https://purl.imsglobal.org/spec/clr/v2p0/context.json',
    context('https://purl.imsglobal.org/spec/ob/v3p0/vocab.html#', {}, {}),
  ],
  [
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    context(
      'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
      { partial: term('partial', 'xsd:boolean') },
      { identifier: set('identifier-1', 'obi:Identifier') },
    ),
  ],
];

function context(obi: string, credentialTerms: JsonObject, subjectTerms: JsonObject): JsonObject {
  return {
    '@context': {
      ...keywords,
      ClrCredential: { '@id': `${clr}ClrCredential`, '@context': { ...keywords, ...credentialTerms } },
      ClrSubject: {
        '@id': `${clr}ClrSubject`,
        '@context': {
          ...keywords,
          cred: 'https://www.w3.org/2018/credentials#',
          obi,
          achievement: set('achievement', 'obi:Achievement'),
          association: set('association', `${clr}Association`),
          verifiableCredential: set('verifiableCredential', 'cred:verifiableCredential'),
          ...subjectTerms,
        },
      },
      Association: {
        '@id': `${clr}Association`,
        '@context': {
          associationType: { '@id': `${clr}AssociationType` },
          sourceId: term('sourceId', 'xsd:anyURI'),
          targetId: term('targetId', 'xsd:anyURI'),
        },
      },
    },
  };
}

function term(name: string, type: string): JsonObject {
  return { '@id': `${clr}${name}`, '@type': type };
}

function set(name: string, type: string): JsonObject {
  return { ...term(name, type), '@container': '@set' };
}
