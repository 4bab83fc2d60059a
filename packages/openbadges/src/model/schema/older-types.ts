import type * as z from 'zod/mini';
import type { OpenBadges1Schemas, OpenBadges05Schemas } from './open-badges-1-schemas.ts';
import type { OpenBadges2Schemas } from './open-badges-2-schemas.ts';

/** Open Badges 2.0, and 2.1, which has the same data model. */
export type Assertion2 = z.infer<OpenBadges2Schemas['Assertion']>;
/** OB 2.0 BadgeClass. */
export type BadgeClass2 = z.infer<OpenBadges2Schemas['BadgeClass']>;
/** OB 2.0 Issuer. */
export type Issuer2 = z.infer<OpenBadges2Schemas['Issuer']>;
/** OB 2.0 Profile. */
export type Profile2 = z.infer<OpenBadges2Schemas['Profile']>;
/** OB 2.0 Endorsement. */
export type Endorsement2 = z.infer<OpenBadges2Schemas['Endorsement']>;
/** OB 2.0 RevocationList. */
export type RevocationList2 = z.infer<OpenBadges2Schemas['RevocationList']>;
/** OB 2.0 CryptographicKey. */
export type CryptographicKey2 = z.infer<OpenBadges2Schemas['CryptographicKey']>;

/** Open Badges 1.0 and 1.1. */
export type Assertion1 = z.infer<OpenBadges1Schemas['Assertion']>;
/** OB 1.0 and 1.1 BadgeClass. */
export type BadgeClass1 = z.infer<OpenBadges1Schemas['BadgeClass']>;
/** OB 1.0 and 1.1 Issuer. */
export type Issuer1 = z.infer<OpenBadges1Schemas['Issuer']>;

/** Open Badges 0.5. */
export type Assertion05 = z.infer<OpenBadges05Schemas['Assertion']>;
