import type { JsonObject } from '../model/json.ts';

const citizenship = 'https://w3id.org/citizenship#';
const schema = 'https://schema.org/';
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';

/** The terms of the citizenship vocabulary that the official test credentials use. */
export const citizenshipContext: [string, JsonObject] = [
  'https://w3id.org/citizenship/v4rc1',
  {
    '@context': {
      '@protected': true,
      id: '@id',
      type: '@type',
      image: { '@id': `${schema}image`, '@type': '@id' },
      EmploymentAuthorizationDocumentCredential: `${citizenship}EmploymentAuthorizationDocumentCredential`,
      PermanentResidentCardCredential: `${citizenship}PermanentResidentCardCredential`,
      PermanentResident: {
        '@id': `${citizenship}PermanentResident`,
        '@context': {
          commuterClassification: `${citizenship}commuterClassification`,
          permanentResidentCard: { '@id': `${citizenship}permanentResidentCard`, '@type': '@id' },
        },
      },
      PermanentResidentCard: {
        '@id': `${citizenship}PermanentResidentCard`,
        '@context': {
          identifier: `${schema}identifier`,
          lprCategory: `${citizenship}lprCategory`,
          lprNumber: `${citizenship}lprNumber`,
        },
      },
      EmployablePerson: {
        '@id': `${citizenship}EmployablePerson`,
        '@context': {
          employmentAuthorizationDocument: { '@id': `${citizenship}employmentAuthorizationDocument`, '@type': '@id' },
        },
      },
      EmploymentAuthorizationDocument: {
        '@id': `${citizenship}EmploymentAuthorizationDocument`,
        '@context': {
          identifier: `${schema}identifier`,
          lprCategory: `${citizenship}lprCategory`,
          lprNumber: `${citizenship}lprNumber`,
        },
      },
      Person: {
        '@id': `${schema}Person`,
        '@context': {
          additionalName: `${schema}additionalName`,
          birthCountry: `${citizenship}birthCountry`,
          birthDate: { '@id': `${schema}birthDate`, '@type': dateTime },
          familyName: `${schema}familyName`,
          gender: `${schema}gender`,
          givenName: `${schema}givenName`,
          residentSince: { '@id': `${citizenship}residentSince`, '@type': dateTime },
        },
      },
    },
  },
];
