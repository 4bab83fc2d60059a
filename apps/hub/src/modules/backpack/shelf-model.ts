import type { BadgeView, Verdict } from 'openbadges';
import { composeText } from '../../kernel/compose-text.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Visibility } from './model.ts';

/** How a badge stands today, as far as this hub knows. */
export type Standing = 'good' | 'suspended' | 'revoked' | 'expired' | 'invalid' | 'unchecked';
export const standings: Standing[] = ['good', 'suspended', 'revoked', 'expired', 'invalid', 'unchecked'];

interface Known {
  /** The state of the award, when this hub issued it. */
  awardState?: string | undefined;
  verdict?: Verdict | undefined;
  view: Pick<BadgeView, 'validUntil'>;
}

/** This hub knows about its own; about others it says what the last check came to. */
export function standingOf({ awardState, verdict, view }: Known, now: Date): Standing {
  if (awardState === 'revoked' || awardState === 'suspended') return awardState;
  if (verdict === 'revoked' || verdict === 'suspended' || verdict === 'invalid') return verdict;
  const until = view.validUntil === undefined ? Number.NaN : Date.parse(view.validUntil);
  if (verdict === 'expired' || until < now.getTime()) return 'expired';
  return awardState !== undefined || verdict === 'valid' ? 'good' : 'unchecked';
}

/** A holding as it stands on the shelf, without its document. */
export interface ShelfEntry {
  id: Id<'hld'>;
  name: string;
  issuer: string;
  issuerKey: string;
  /** Path of its picture. */
  picture?: string;
  awardedAt?: string;
  acceptedAt: Date;
  standing: Standing;
  visibility: Visibility;
}

export const shelfOrders = ['accepted', 'awarded', 'name', 'issuer'] as const;
export type ShelfOrder = (typeof shelfOrders)[number];

export interface ShelfQuery {
  search: string;
  issuer: string;
  standing: Standing | '';
  order: ShelfOrder;
}

/** What is asked for, in the order asked for. */
export function arrangeShelf(entries: ShelfEntry[], query: ShelfQuery, locale: string): ShelfEntry[] {
  const wanted = plain(query.search);
  const compare = new Intl.Collator(locale, { numeric: true }).compare;
  const orders: Record<ShelfOrder, (a: ShelfEntry, b: ShelfEntry) => number> = {
    accepted: (a, b) => b.acceptedAt.getTime() - a.acceptedAt.getTime(),
    awarded: (a, b) => (Date.parse(b.awardedAt ?? '') || 0) - (Date.parse(a.awardedAt ?? '') || 0),
    name: (a, b) => compare(a.name, b.name),
    issuer: (a, b) => compare(a.issuer, b.issuer) || compare(a.name, b.name),
  };
  return entries
    .filter(({ name, issuer }) => plain(`${name} ${issuer}`).includes(wanted))
    .filter(({ issuerKey }) => query.issuer === '' || issuerKey === query.issuer)
    .filter(({ standing }) => query.standing === '' || standing === query.standing)
    .sort(orders[query.order]);
}

const plain = (text: string) => composeText(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The issuers on the shelf, by name. */
export function issuersOn(entries: ShelfEntry[], locale: string): { key: string; name: string }[] {
  const names = new Map(entries.map(({ issuerKey, issuer }) => [issuerKey, issuer]));
  const { compare } = new Intl.Collator(locale);
  return [...names].map(([key, name]) => ({ key, name })).sort((a, b) => compare(a.name, b.name));
}

interface Pictured {
  id: Id<'hld'>;
  imageFile?: Id<'fil'> | undefined;
  awardId?: Id<'awd'> | undefined;
  view: Pick<BadgeView, 'achievementId'>;
}

/** Where the holder sees the picture; undefined when the badge came without one. */
export function pictureHref(holding: Pictured): string | undefined {
  if (holding.imageFile) return `/backpack/${holding.id}/picture`;
  const own = ownAchievement(holding);
  return own ? `/achievements/${own}/image.svg` : undefined;
}

/** What a badge that this hub issued was awarded for. */
export function ownAchievement({ awardId, view }: Pick<Pictured, 'awardId' | 'view'>): Id<'ach'> | undefined {
  const id = awardId && /\/achievements\/(ach_[0-9a-z]+)$/.exec(view.achievementId ?? '')?.[1];
  return id ? (id as Id<'ach'>) : undefined;
}

/** A badge whose description could not be had is called by where it lies, until it can be. */
export function withName(view: BadgeView): BadgeView {
  if (view.name !== '') return view;
  const address = [view.id, view.achievementId].find((each) => each !== undefined && URL.canParse(each));
  return { ...view, name: (address && new URL(address).host) || address || '?' };
}

/** What to call an issuer that gives no name of its own. */
export function issuerName(view: Pick<BadgeView, 'issuer'>): string {
  const { name, url, id } = view.issuer;
  if (name) return name;
  const address = url ?? id;
  return URL.canParse(address) ? new URL(address).host || address : address;
}
