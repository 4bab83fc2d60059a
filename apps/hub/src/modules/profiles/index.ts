export { findIssuer, type Issuer } from './find-issuer.ts';
export { type IssuerSigner, issuerSigner, type SignerOptions, signAs } from './issuer-signer.ts';
export type { IssuerKey, KeyAlgorithm } from './model.ts';
export { whyNotKeepKeys } from './policy.ts';
export { profileRoutes } from './routes.tsx';
export { fillSignedCount, type SignedCount } from './signed-count.ts';
export { listKeys } from './store.ts';
