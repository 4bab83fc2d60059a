export { acceptAward, acceptIn } from './accept-award.ts';
export { arrangeCollection, type CollectionContent, makeCollection } from './change-collection.ts';
export { findCollection, listCollectionHoldings } from './collection-store.ts';
export { declineAward } from './decline-award.ts';
export { importBadges } from './import-badges.ts';
export type { Brought, ImportLine } from './import-model.ts';
export {
  type Collection,
  type Holding,
  isOpen,
  type ShareLink,
  type Visibility,
  visibilities,
} from './model.ts';
export { backpackPart } from './personal-part.ts';
export { maySeeShown } from './policy.ts';
export { backpackRoutes } from './routes.ts';
export { setVisibility } from './set-visibility.ts';
export { makeShareLink, openShareLink, revokeShareLink } from './share-links.ts';
export { issuerName, type Standing, standingOf } from './shelf-model.ts';
export { findHolding, findHoldingOfCredential, findSameHolding, listHoldings, updateHolding } from './store.ts';
export { tellWaiting } from './tell-waiting.ts';
