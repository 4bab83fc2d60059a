import { isObject } from '../model/json.ts';
import type { Report } from './report.ts';
import { verdictOf } from './verdict-of.ts';
import { verifyDocument } from './verify-document.ts';
import { deepestInner, type Work } from './work.ts';

/** The report of a document inside another one; undefined when there are more of them than anybody would read. */
export async function verifyInner(
  inner: unknown,
  role: Report['inner'][number]['role'],
  work: Work,
  isCovered = false,
): Promise<Report | undefined> {
  if (work.depth >= deepestInner || work.budget.inner <= 0) return undefined;
  work.budget.inner -= 1;
  const { environment, outside, budget } = work;
  // The recipient was typed for the badge; an endorsement is about something else.
  const recipient = role === 'endorsement' ? undefined : environment.recipient;
  const next: Work = { environment: { ...environment, recipient }, outside, budget, depth: work.depth + 1 };
  const isToken = typeof inner === 'string';
  const text = isToken ? inner : JSON.stringify(inner);
  const found = isToken
    ? ({ form: 'jws', text } as const)
    : ({ form: 'json', text, json: isObject(inner) ? inner : {} } as const);
  const findings = await verifyDocument({ found, carrier: isToken ? 'jwt' : 'json' }, next, isCovered);
  const checkedAt = outside.now.toISOString();
  return {
    ...findings,
    verdict: verdictOf(findings.checks),
    checkedAt,
    // The requests belong to the whole verification; they are listed once, outside.
    requests: [],
    snapshot: { takenAt: checkedAt, entries: [] },
  };
}
