export { type BrowserEnvironmentOptions, browserEnvironment } from './browser/browser-environment.ts';
export { type PageFetchOptions, pageFetch } from './browser/page-fetch.ts';
export { badgeView } from './import/badge-view.ts';
export { webTools } from './proof/web-tools.ts';
export { checkRemedies, checkSentences } from './verify/check-sentences.ts';
export type { Report } from './verify/report.ts';
export { verify, verifyAll } from './verify/verify.ts';
