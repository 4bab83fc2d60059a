export { type BrowserEnvironmentOptions, browserEnvironment } from './browser/browser-environment.ts';
export { type PageFetchOptions, pageFetch } from './browser/page-fetch.ts';
