/**
 * What a badge always discloses: who issued it, when, whether it stands, and for what. Identifiers, results and evidence
 * are then the holder's to show. Pointers to what a badge does not have are left out.
 */
export const badgeMandatoryPointers = [
  '/issuer',
  '/validFrom',
  '/validUntil',
  '/credentialStatus',
  '/credentialSubject/achievement',
] as const;
