import type { ProfileInput } from 'openbadges';
import { carriedUrl } from '../../kernel/addresses.ts';
import type { App } from '../../kernel/app.ts';
import type { Issuer } from './find-issuer.ts';

/** What credentials and the profile document say about an issuer; nothing about a person. */
export function issuerProfile(app: Pick<App, 'urls'>, issuer: Issuer, id: string): ProfileInput {
  return {
    id,
    name: issuer.name,
    url: issuer.website ? carriedUrl(issuer.website) : app.urls.issuer(issuer.id),
    description: issuer.summary || undefined,
    image: issuer.logoFile ? { id: app.urls.file(issuer.logoFile, 'logo.png') } : undefined,
  };
}
