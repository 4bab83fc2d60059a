export interface LinkedInEntry {
  name: string;
  organization: string;
  issuedAt: Date;
  expiresAt?: Date;
  address: string;
  id: string;
}

/** LinkedIn's "Add to profile" form, filled in; the reader sends it there themselves. */
export function linkedInAddress({ name, organization, issuedAt, expiresAt, address, id }: LinkedInEntry): string {
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name,
    organizationName: organization,
    issueYear: String(issuedAt.getUTCFullYear()),
    issueMonth: String(issuedAt.getUTCMonth() + 1),
    certUrl: address,
    certId: id,
  });
  if (expiresAt) {
    query.set('expirationYear', String(expiresAt.getUTCFullYear()));
    query.set('expirationMonth', String(expiresAt.getUTCMonth() + 1));
  }
  return `https://www.linkedin.com/profile/add?${query}`;
}
