export { acceptAward, acceptIn } from './accept-award.ts';
export { type Holding, isOpen, type ShareLink, type Visibility, visibilities } from './model.ts';
export { maySeeShown } from './policy.ts';
export { findHolding, findHoldingOfCredential, findSameHolding, listHoldings, updateHolding } from './store.ts';
