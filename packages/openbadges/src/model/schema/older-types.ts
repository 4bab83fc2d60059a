import type * as z from 'zod/mini';
import type { OpenBadges1Schemas, OpenBadges05Schemas } from './open-badges-1-schemas.ts';
import type { OpenBadges2Schemas } from './open-badges-2-schemas.ts';

/** Open Badges 2.0, and 2.1, which has the same data model. */
export type Assertion2 = z.infer<OpenBadges2Schemas['Assertion']>;
export type BadgeClass2 = z.infer<OpenBadges2Schemas['BadgeClass']>;
export type Issuer2 = z.infer<OpenBadges2Schemas['Issuer']>;
export type Profile2 = z.infer<OpenBadges2Schemas['Profile']>;
export type Endorsement2 = z.infer<OpenBadges2Schemas['Endorsement']>;
export type RevocationList2 = z.infer<OpenBadges2Schemas['RevocationList']>;
export type CryptographicKey2 = z.infer<OpenBadges2Schemas['CryptographicKey']>;

/** Open Badges 1.0 and 1.1. */
export type Assertion1 = z.infer<OpenBadges1Schemas['Assertion']>;
export type BadgeClass1 = z.infer<OpenBadges1Schemas['BadgeClass']>;
export type Issuer1 = z.infer<OpenBadges1Schemas['Issuer']>;

/** Open Badges 0.5. */
export type Assertion05 = z.infer<OpenBadges05Schemas['Assertion']>;
