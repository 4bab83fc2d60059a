import * as z from 'zod/mini';
import { anyText, instant, iri, oneOrMany, typed } from './older-values.ts';

/** zod schemas by the name of the class. */
export type OpenBadges2Schemas = ReturnType<typeof makeSchemas>;

let made: OpenBadges2Schemas | undefined;

/**
 * The zod schemas of every class of Open Badges 2.0, which 2.1 did not change, by the name of the class, as tolerant as
 * JSON-LD makes them: one value may stand without its list. Made when they are first asked for.
 */
export function openBadges2Schemas(): OpenBadges2Schemas {
  made ??= makeSchemas();
  return made;
}

function makeSchemas() {
  const maybe = z.optional(anyText);
  /** What any class may say of itself. */
  const shared = {
    '@language': z.optional(z.string()),
    version: z.optional(z.union([z.string(), z.number()])),
    related: z.optional(oneOrMany(z.union([iri, z.looseObject({ id: iri })]))),
    endorsement: z.optional(oneOrMany(z.union([iri, z.looseObject({ id: iri })]))),
  };
  const Image = z.looseObject({ id: iri, caption: maybe, author: z.optional(iri) });
  const image = z.union([iri, Image]);
  const IdentityObject = z.looseObject({
    identity: anyText,
    type: oneOrMany(anyText),
    hashed: z.boolean(),
    salt: z.optional(z.string()),
  });
  const VerificationObject = z.looseObject({
    type: oneOrMany(anyText),
    creator: z.optional(iri),
    verificationProperty: maybe,
    startsWith: z.optional(oneOrMany(anyText)),
    allowedOrigins: z.optional(oneOrMany(anyText)),
    url: z.optional(iri),
  });
  const Evidence = z.looseObject({
    id: z.optional(iri),
    narrative: maybe,
    name: maybe,
    description: maybe,
    genre: maybe,
    audience: maybe,
  });
  const Criteria = z.looseObject({ id: z.optional(iri), narrative: maybe });
  const AlignmentObject = z.looseObject({
    targetName: anyText,
    targetUrl: anyText,
    targetDescription: maybe,
    targetFramework: maybe,
    targetCode: maybe,
  });
  const CryptographicKey = z.looseObject({ id: z.optional(iri), owner: iri, publicKeyPem: anyText });
  const profileMembers = {
    id: iri,
    type: typed('Issuer', 'Profile'),
    description: maybe,
    telephone: maybe,
    image: z.optional(image),
    publicKey: z.optional(oneOrMany(z.union([iri, CryptographicKey]))),
    verification: z.optional(VerificationObject),
    revocationList: z.optional(iri),
    ...shared,
  };
  const Profile = z.looseObject({
    ...profileMembers,
    name: maybe,
    url: z.optional(oneOrMany(iri)),
    email: z.optional(oneOrMany(anyText)),
  });
  const Issuer = z.looseObject({ ...profileMembers, name: anyText, url: oneOrMany(iri), email: oneOrMany(anyText) });
  const BadgeClass = z.looseObject({
    id: iri,
    type: typed('BadgeClass'),
    name: anyText,
    description: anyText,
    image,
    criteria: z.union([iri, Criteria]),
    issuer: z.union([iri, z.looseObject({ id: iri })]),
    alignment: z.optional(oneOrMany(AlignmentObject)),
    tags: z.optional(oneOrMany(anyText)),
    ...shared,
  });
  const Assertion = z.looseObject({
    id: iri,
    type: typed('Assertion'),
    recipient: IdentityObject,
    badge: z.union([iri, BadgeClass]),
    verification: z.optional(VerificationObject),
    verify: z.optional(VerificationObject),
    issuedOn: instant,
    image: z.optional(z.union([iri, Image])),
    evidence: z.optional(oneOrMany(z.union([iri, Evidence]))),
    narrative: maybe,
    expires: z.optional(instant),
    revoked: z.optional(z.boolean()),
    revocationReason: maybe,
    ...shared,
  });
  const Endorsement = z.looseObject({
    id: iri,
    type: typed('Endorsement'),
    claim: z.looseObject({ id: iri, endorsementComment: maybe }),
    issuer: z.union([iri, z.looseObject({ id: iri })]),
    issuedOn: instant,
    verification: VerificationObject,
  });
  const RevocationList = z.looseObject({
    type: typed('RevocationList'),
    id: z.optional(iri),
    issuer: z.optional(iri),
    revokedAssertions: oneOrMany(
      z.union([
        anyText,
        z.looseObject({ id: anyText, revocationReason: maybe }),
        z.looseObject({ uid: anyText, revocationReason: maybe }),
      ]),
    ),
  });
  /** OB 2.0 Assertion: no more is asked of what is taken back. */
  const RevokedAssertion = z.looseObject({ id: iri, revoked: z.literal(true), revocationReason: maybe });
  return {
    Assertion,
    RevokedAssertion,
    BadgeClass,
    Issuer,
    Profile,
    IdentityObject,
    VerificationObject,
    Evidence,
    Criteria,
    AlignmentObject,
    Image,
    CryptographicKey,
    RevocationList,
    Endorsement,
  };
}
