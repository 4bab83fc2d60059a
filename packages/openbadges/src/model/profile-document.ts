import { endorsementFields } from './build/endorsement-fields.ts';
import { countryCode, day, finite, later, list, needed, text, url, word } from './build/fields.ts';
import { type ObjectField, record } from './build/record.ts';
import { openBadgeContexts } from './context-urls.ts';
import type { JsonObject } from './json.ts';
import { type IdentifierType, identifierTypes } from './vocabulary.ts';

/** URL or data: URI, and words for people who do not see it. */
export interface ImageInput {
  id: string;
  caption?: string;
}

/** Endorsements that were signed before; a signature over this document covers them. */
export interface EndorsedInput {
  /** Signed EndorsementCredentials. */
  endorsement?: JsonObject[];
  /** The same as compact JWS. Not for documents secured by Data Integrity: two contexts differ about the name. */
  endorsementJwt?: string[];
}

/** How else somebody or something is known (OB 3.0 IdentifierEntry). */
export interface IdentifierEntryInput {
  identifier: string;
  identifierType: IdentifierType;
}

/** OB 3.0 Address. */
export interface AddressInput {
  addressCountry?: string;
  /** ISO 3166-1 alpha-2. */
  addressCountryCode?: string;
  addressRegion?: string;
  addressLocality?: string;
  streetAddress?: string;
  postOfficeBoxNumber?: string;
  postalCode?: string;
  geo?: { latitude: number; longitude: number };
}

/** An issuer, creator or assessor (OB 3.0 Profile). */
export interface ProfileInput extends EndorsedInput {
  /** `did:web:…` or the https address of the profile. */
  id: string;
  name?: string;
  url?: string;
  description?: string;
  email?: string;
  phone?: string;
  official?: string;
  image?: ImageInput;
  address?: AddressInput;
  parentOrg?: ProfileInput;
  otherIdentifier?: IdentifierEntryInput[];
  familyName?: string;
  givenName?: string;
  additionalName?: string;
  patronymicName?: string;
  honorificPrefix?: string;
  honorificSuffix?: string;
  familyNamePrefix?: string;
  /** `YYYY-MM-DD`. */
  dateOfBirth?: string;
}

/** OB 3.0 Image is a closed class, and an object even with nothing but an address. */
export const imageClass = record<ImageInput>('Image', { id: needed(url), caption: text });

export const identifierEntryClass = record<IdentifierEntryInput>('IdentifierEntry', {
  identifier: needed(text),
  identifierType: needed(word(identifierTypes)),
});

const geoClass = record<{ latitude: number; longitude: number }>('GeoCoordinates', {
  latitude: needed(finite),
  longitude: needed(finite),
});

const addressClass = record<AddressInput>(['Address'], {
  addressCountry: text,
  addressCountryCode: countryCode,
  addressRegion: text,
  addressLocality: text,
  streetAddress: text,
  postOfficeBoxNumber: text,
  postalCode: text,
  geo: geoClass,
});

export const profileClass: ObjectField<ProfileInput> = record<ProfileInput>(['Profile'], {
  id: needed(url),
  name: text,
  url,
  description: text,
  email: text,
  phone: text,
  official: text,
  image: imageClass,
  address: addressClass,
  parentOrg: later(() => profileClass),
  otherIdentifier: list(identifierEntryClass),
  familyName: text,
  givenName: text,
  additionalName: text,
  patronymicName: text,
  honorificPrefix: text,
  honorificSuffix: text,
  familyNamePrefix: text,
  dateOfBirth: day,
  ...endorsementFields,
});

/**
 * A Profile as a document of its own, for the issuer's address. `more` may add what a DID document would hold.
 * Throws BadgeError `document.invalid` with `pointer` and `reason` (see `invalidReasons`).
 */
export function profileDocument(input: ProfileInput, more: JsonObject = {}): JsonObject {
  return { '@context': [...openBadgeContexts.slice(0, 2)], ...profileClass.read(input, ''), ...more };
}
