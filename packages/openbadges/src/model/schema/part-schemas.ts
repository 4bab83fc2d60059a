import * as z from 'zod/mini';
import { alignmentTargetTypes, identifierTypes } from '../vocabulary.ts';
import type { Dialect } from './dialect.ts';
import { date, dateTime, languageCode, word } from './values.ts';

/** The classes of OB 3.0 that hold no other credential. Open classes keep what they do not know. */
export function partSchemas({ text, many, type, exactly }: Dialect) {
  const maybe = z.optional(text);
  const Image = z.strictObject({ id: text, type: exactly('Image'), caption: maybe });
  const IdentifierEntry = z.strictObject({
    type: exactly('IdentifierEntry'),
    identifier: text,
    identifierType: word(identifierTypes),
  });
  const IdentityObject = z.strictObject({
    type: exactly('IdentityObject'),
    hashed: z.boolean(),
    identityHash: text,
    identityType: word(identifierTypes),
    salt: maybe,
  });
  const GeoCoordinates = z.looseObject({
    type: exactly('GeoCoordinates'),
    latitude: z.number(),
    longitude: z.number(),
  });
  const Address = z.looseObject({
    type: type(['Address']),
    addressCountry: maybe,
    addressCountryCode: maybe,
    addressRegion: maybe,
    addressLocality: maybe,
    streetAddress: maybe,
    postOfficeBoxNumber: maybe,
    postalCode: maybe,
    geo: z.optional(GeoCoordinates),
  });
  const Alignment = z.looseObject({
    type: type(['Alignment']),
    targetName: text,
    targetUrl: text,
    targetCode: maybe,
    targetDescription: maybe,
    targetFramework: maybe,
    targetType: z.optional(word(alignmentTargetTypes)),
  });
  const Criteria = z.looseObject({ id: maybe, narrative: maybe });
  const Related = z.looseObject({
    id: text,
    type: type(['Related']),
    inLanguage: z.optional(languageCode),
    version: maybe,
  });
  const Evidence = z.looseObject({
    type: type(['Evidence']),
    id: maybe,
    name: maybe,
    description: maybe,
    narrative: maybe,
    genre: maybe,
    audience: maybe,
  });
  /** A profile without the endorsements and profiles in it. */
  const profileMembers = z.looseObject({
    id: text,
    type: type(['Profile']),
    name: maybe,
    url: maybe,
    phone: maybe,
    description: maybe,
    image: z.optional(Image),
    email: maybe,
    address: z.optional(Address),
    otherIdentifier: z.optional(many(IdentifierEntry)),
    official: maybe,
    familyName: maybe,
    givenName: maybe,
    additionalName: maybe,
    patronymicName: maybe,
    honorificPrefix: maybe,
    honorificSuffix: maybe,
    familyNamePrefix: maybe,
    dateOfBirth: z.optional(date),
  });
  return {
    Image,
    IdentifierEntry,
    IdentityObject,
    GeoCoordinates,
    Address,
    Alignment,
    Criteria,
    Related,
    Evidence,
    profileMembers,
  };
}

/** What secures a credential and says where it is looked after. */
export function envelopeSchemas({ text }: Dialect) {
  const maybe = z.optional(text);
  const Proof = z.looseObject({
    type: text,
    created: z.optional(dateTime),
    cryptosuite: maybe,
    challenge: maybe,
    domain: maybe,
    nonce: maybe,
    proofPurpose: maybe,
    proofValue: maybe,
    verificationMethod: maybe,
  });
  return {
    Proof,
    CredentialSchema: z.looseObject({ id: text, type: text }),
    CredentialStatus: z.looseObject({ id: maybe, type: text }),
    RefreshService: z.looseObject({ id: text, type: text }),
    TermsOfUse: z.looseObject({ type: text, id: maybe }),
  };
}
