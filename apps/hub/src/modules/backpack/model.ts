import type { BadgeFormat, BadgeView, Verdict } from 'openbadges';
import type { Id, PersonId } from '../../kernel/ids.ts';

export type Visibility = 'private' | 'link' | 'public';
export const visibilities = ['private', 'link', 'public'] as const;

/** How a holding came into the backpack. */
export type Origin = 'award' | 'file' | 'url' | 'paste' | 'code';

/** A credential in somebody's backpack, from any issuer and of any version. */
export interface Holding {
  id: Id<'hld'>;
  holderId: PersonId;
  /** Set when this hub issued it. */
  credentialId?: Id<'crd'>;
  awardId?: Id<'awd'>;
  /** JSON or compact JWS, as it came. */
  document: string;
  sha256: string;
  /** The file it came in, byte for byte. */
  carrierFile?: Id<'fil'>;
  format: BadgeFormat & { from: Origin };
  view: BadgeView;
  /** OB 3.0 §equality, normalised. */
  issuerKey: string;
  credentialKey: string;
  validFrom?: Date;
  imageFile?: Id<'fil'>;
  visibility: Visibility;
  /** Opens the page of a badge whose visibility is `link`. */
  linkToken: string;
  verdict?: Verdict;
  verifiedAt?: Date;
  acceptedAt: Date;
  supersededBy?: Id<'hld'>;
  removedAt?: Date;
}

/** Holdings arranged to be shown. */
export interface Collection {
  id: Id<'col'>;
  holderId: PersonId;
  title: string;
  /** Markdown. */
  text: string;
  visibility: Visibility;
  linkToken: string;
  createdAt: Date;
  changedAt: Date;
}

export interface ShareLink {
  id: Id<'shr'>;
  holderId: PersonId;
  holdingId?: Id<'hld'>;
  collectionId?: Id<'col'>;
  label: string;
  views: number;
  createdAt: Date;
  expiresAt?: Date;
  revokedAt?: Date;
}

/** Whether a link still opens what it was made for. */
export function isOpen(link: ShareLink, now: Date): boolean {
  return !link.revokedAt && (!link.expiresAt || link.expiresAt > now);
}
