import type { Environment } from '../verify/environment.ts';
import type { CheckId, Report } from '../verify/report.ts';
import { now, tools } from './issuers.ts';
import { type StubPage, stubFetch } from './stub-fetch.ts';

/** A world in which only these pages answer. */
export function environment(pages: Record<string, StubPage> = {}, more: Partial<Environment> = {}): Environment {
  return { fetch: stubFetch(pages), clock: () => now, tools, ...more };
}

/** What a check of a report came to, as `outcome code`. */
export function codeOf(report: Report, id: CheckId): string {
  const found = report.checks.find((check) => check.id === id);
  return `${found?.outcome} ${found?.code}`;
}
