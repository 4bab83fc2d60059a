import type { FetchFailure } from './report.ts';

/** What an HTTP status outside of 2xx means for who wanted the document. */
export function failureOfStatus(status: number): FetchFailure {
  if (status === 404) return 'not-found';
  return status === 410 ? 'gone' : 'server-error';
}
