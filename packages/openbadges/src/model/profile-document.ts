import { openBadgeContexts } from './context-urls.ts';
import type { JsonObject } from './json.ts';
import { withoutAbsent } from './without-absent.ts';

/** URL or data: URI, and words for people who do not see it. */
export interface ImageInput {
  id: string;
  caption?: string;
}

/** An issuer or creator (OB 3.0 Profile). */
export interface ProfileInput {
  /** `did:web:…` or the https address of the profile. */
  id: string;
  name?: string;
  url?: string;
  description?: string;
  email?: string;
  phone?: string;
  official?: string;
  image?: ImageInput;
  parentOrg?: ProfileInput;
  otherIdentifier?: { identifier: string; identifierType: string }[];
}

export function profile(input: ProfileInput): JsonObject {
  return withoutAbsent({
    id: input.id,
    type: ['Profile'],
    name: input.name,
    url: input.url,
    description: input.description,
    email: input.email,
    phone: input.phone,
    official: input.official,
    image: input.image && image(input.image),
    parentOrg: input.parentOrg && profile(input.parentOrg),
    otherIdentifier: input.otherIdentifier?.map((entry) => ({ type: 'IdentifierEntry', ...entry })),
  });
}

/** A Profile as a document of its own, for the issuer's address. `more` may add what a DID document would hold. */
export function profileDocument(input: ProfileInput, more: JsonObject = {}): JsonObject {
  return { '@context': [...openBadgeContexts.slice(0, 2)], ...profile(input), ...more };
}

/** OB 3.0 Image is a closed class, and an object even with nothing but an address. */
export function image({ id, caption }: ImageInput): JsonObject {
  return withoutAbsent({ id, type: 'Image', caption });
}
