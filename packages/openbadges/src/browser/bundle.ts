/**
 * What a page needs that verifies badges and has no build of its own: one file to import, at `openbadges/bundle`.
 * Those who bundle take the entries `openbadges` and `openbadges/browser` instead.
 */
export { webTools } from '../proof/web-tools.ts';
export { checkRemedies, checkSentences } from '../verify/check-sentences.ts';
export { verify, verifyAll } from '../verify/verify.ts';
export { browserEnvironment } from './browser-environment.ts';
