/** How each version names the classes of the other (OB 3.0 "Migrating from Open Badges 2.0"). */
export const assertionType = 'https://w3id.org/openbadges#Assertion';
export const badgeClassType = 'https://w3id.org/openbadges#BadgeClass';
export const achievementType = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement';
export const credentialType = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential';
export const version2 = 'Open Badges v2p0';
export const version3 = 'Open Badges v3p0';
