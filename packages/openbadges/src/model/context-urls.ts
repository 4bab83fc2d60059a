/** The contexts of what we issue, in the order the specification fixes. */
export const openBadgeContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  // Names Ed25519Signature2020, the second proof of the set, for the wallets that know no other.
  'https://w3id.org/security/suites/ed25519-2020/v1',
] as const;

/** Needed as well when a signed document names a 1EdTech status, schema or refresh type. */
export const extensionsContext = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

/** The contexts of a comprehensive learner record, in the order that CLR 2.0 fixes. */
export const clrContextUrls = [
  openBadgeContexts[0],
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  openBadgeContexts[1],
  openBadgeContexts[2],
] as const;
