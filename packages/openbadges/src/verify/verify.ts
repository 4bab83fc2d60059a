import { readBadge } from '../import/read-badge.ts';
import type { FoundDocument, Reading } from '../import/reading.ts';
import { webTools } from '../proof/web-tools.ts';
import { check, inOrder } from './check.ts';
import type { Environment } from './environment.ts';
import { fetchFromSnapshot, type Outside, outsideOf } from './outside.ts';
import { pageLink } from './page-link.ts';
import type { Check, Report } from './report.ts';
import { verdictOf } from './verdict-of.ts';
import { verifyDocument } from './verify-document.ts';
import { type Findings, mostInner, type Task } from './work.ts';

/** A file, text (JSON, compact JWS, SVG, an address), or a document that was parsed already. */
export type VerifyInput = Uint8Array | string | URL | object;

/**
 * Verifies a badge of any version and says what was found: a report, never an exception for what the input is.
 *
 * Of several badges in one file the first is verified; `readBadge` gives all of them.
 * When the answer is "could not check" and there is a snapshot from before, `lastSeen` says what that one comes to.
 */
export async function verify(input: VerifyInput, environment: Environment): Promise<Report> {
  const reading = readInput(input);
  const report = await verifyReading(reading, environment, false);
  const { snapshot } = environment;
  if (report.verdict !== 'could-not-check' || !snapshot) return report;
  const takenAt = new Date(snapshot.takenAt);
  if (Number.isNaN(takenAt.getTime())) return report;
  const before = { ...environment, fetch: fetchFromSnapshot(snapshot), clock: () => takenAt };
  const { verdict } = await verifyReading(reading, before, true);
  return verdict === 'could-not-check' ? report : { ...report, lastSeen: { verdict, takenAt: snapshot.takenAt } };
}

/** The snapshot of what is to be checked, before anything is awaited. */
function readInput(input: VerifyInput): Reading {
  if (typeof input === 'string' || input instanceof Uint8Array) return readBadge(input);
  if (input instanceof URL) return readBadge(input.href);
  return readBadge(serialized(input));
}

/** A document with a cycle or a BigInt in it is no JSON, and so no badge. */
function serialized(input: object): string {
  try {
    return JSON.stringify(input) ?? '';
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return 'not JSON';
    throw error;
  }
}

async function verifyReading(reading: Reading, environment: Environment, isReplay: boolean): Promise<Report> {
  const outside = outsideOf({ ...environment, tools: environment.tools ?? webTools() }, isReplay);
  const findings = await findingsOf(reading, environment, outside);
  const checkedAt = outside.now.toISOString();
  return {
    ...findings,
    verdict: verdictOf(findings.checks),
    checkedAt,
    requests: outside.requests,
    snapshot: { takenAt: checkedAt, entries: outside.entries },
  };
}

async function findingsOf(reading: Reading, environment: Environment, outside: Outside): Promise<Findings> {
  if (!reading.ok) return unread(check('shape', 'unknown', reading.code, reading.values));
  const [found, ...others] = reading.documents as [FoundDocument, ...FoundDocument[]];
  const task = found.form === 'url' ? await fetched(found, outside) : { found, carrier: found.carrier };
  if ('outcome' in task) return { ...unread(task), format: { carrier: found.carrier }, document: found.text };
  const findings = await verifyDocument(task, { environment, outside, depth: 0, budget: { inner: mostInner } });
  if (others.length > 0) findings.technical.furtherDocuments = others.length;
  return findings;
}

const anyBadge =
  'application/vc+ld+json, application/vc, application/ld+json, application/json;q=0.9, image/png;q=0.8, image/svg+xml;q=0.8, text/plain;q=0.7, text/html;q=0.2';

/** The badge at an address; a web page may name the address of the badge it shows. */
async function fetched(found: FoundDocument, outside: Outside, isLinked = false): Promise<Task | Check> {
  const url = found.text;
  const answer = await outside.get(url, 'document', anyBadge);
  if (!answer.ok) return check('shape', 'unknown', `shape.unreachable-${answer.failure}`, { url });
  const reading = readBadge(answer.body, { contentType: answer.contentType });
  if (reading.ok) {
    const [first] = reading.documents as [FoundDocument];
    if (first.form !== 'url') return { found: first, carrier: found.carrier, source: answer.url };
    return check('shape', 'unknown', 'import.not-understood', { kind: 'text' });
  }
  const link = reading.code === 'import.web-page' && !isLinked ? pageLink(answer) : undefined;
  if (link) return fetched({ ...found, text: link }, outside, true);
  return check('shape', 'unknown', reading.code, reading.values);
}

function unread(found: Check): Findings {
  return { checks: inOrder([found]), format: { carrier: 'json' }, technical: {}, inner: [] };
}
