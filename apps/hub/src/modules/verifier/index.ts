export { knownIssuers } from './known-issuers.ts';
export type { Brought, LastVerification } from './model.ts';
export { verifierRoutes } from './routes.ts';
export { lastVerification } from './store.ts';
export { type Summary, summaryOf } from './summary.ts';
export { sweepVerifications } from './sweep-verifications.ts';
export { type VerifyOptions, verifyAndRemember } from './verify-and-remember.ts';
