/** What few documents need, in one file that pages load when such a one comes. */
export { credentialLinksOf } from '../import/page/credential-links.ts';
export { readBadge } from '../import/read-badge.ts';
export { verifyAssertion } from './verify-assertion.ts';
export { verifyPresentation } from './verify-presentation.ts';
