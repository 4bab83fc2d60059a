import { readWhenNeeded } from '../import/read-when-needed.ts';
import type { FoundDocument, Reading } from '../import/reading.ts';
import { webTools } from '../proof/web-tools.ts';
import { check, inOrder } from './check.ts';
import type { Environment } from './environment.ts';
import { fetchDocuments } from './fetch-documents.ts';
import { fetchFromSnapshot } from './fetch-from-snapshot.ts';
import { limitsOf } from './limits.ts';
import { type Outside, outsideOf } from './outside.ts';
import type { Check, Report } from './report.ts';
import { verdictOf } from './verdict-of.ts';
import { verifyDocument } from './verify-document.ts';
import type { Findings, Task } from './work.ts';

/** A file, text (JSON, compact JWS, SVG, an address), or a document that was parsed already. */
export type VerifyInput = Uint8Array | string | URL | object;

/**
 * Verifies a badge of any version and says what was found: a report, never an exception for what the input is.
 *
 * Of several badges in one file the first is verified; `verifyAll` gives a report for each.
 * When the answer is "could not check" and there is a snapshot from before, `lastSeen` says what that one comes to.
 */
export async function verify(input: VerifyInput, environment: Environment): Promise<Report> {
  const [report] = await reportsOf(input, environment, 1);
  return report as Report;
}

/**
 * Verifies every badge in one input, in the order in which they lie there: at least one report.
 *
 * At most `limits.documents` are looked at; the last report says in `technical.furtherDocuments` how many were not.
 */
export async function verifyAll(input: VerifyInput, environment: Environment): Promise<Report[]> {
  return reportsOf(input, environment, limitsOf(environment.limits).documents);
}

async function reportsOf(input: VerifyInput, environment: Environment, most: number): Promise<Report[]> {
  const reading = await readInput(input);
  if (!reading.ok) return [reportOf(unread(reading), outsideWith(environment))];
  const reports: Report[] = [];
  for (const found of reading.documents) {
    if (reports.length >= Math.max(1, most)) break;
    const those = await reportsOfFound(found, environment, Math.max(1, most) - reports.length);
    reports.push(...those.map((report) => withPlace(report, found)));
  }
  const last = reports[reports.length - 1] as Report;
  const further = reading.documents.length - reports.length;
  if (further > 0) last.technical.furtherDocuments = further;
  return reports;
}

/** What is to be checked, as text: nothing can change before it is. */
function readInput(input: VerifyInput): Promise<Reading> {
  return readWhenNeeded(typeof input === 'string' ? input : carried(input));
}

/** A document with a cycle, a BigInt or code of its own that fails is no JSON, and so no badge. */
function carried(input: object): Uint8Array | string {
  try {
    if (input instanceof Uint8Array) return input;
    return input instanceof URL ? input.href : (JSON.stringify(input) ?? '');
  } catch {
    return 'not JSON';
  }
}

/** One badge, or those that lie at one address. */
async function reportsOfFound(found: FoundDocument, environment: Environment, most: number): Promise<Report[]> {
  const reports = await reportsIn(found, environment, most, false);
  const { snapshot } = environment;
  const takenAt = new Date(snapshot?.takenAt ?? Number.NaN);
  const isOpen = reports.some(({ verdict }) => verdict === 'could-not-check');
  if (!snapshot || !isOpen || Number.isNaN(takenAt.getTime())) return reports;
  const before = { ...environment, fetch: fetchFromSnapshot(snapshot), clock: () => takenAt };
  const seen = await reportsIn(found, before, most, true);
  return reports.map((report, at) => withLastSeen(report, seen[at], snapshot.takenAt));
}

function withPlace(report: Report, { fileName, place }: FoundDocument): Report {
  const where = fileName ?? place;
  return where === undefined ? report : { ...report, format: { ...report.format, place: where } };
}

function withLastSeen(report: Report, before: Report | undefined, takenAt: string): Report {
  const isNews = report.verdict === 'could-not-check' && before && before.verdict !== 'could-not-check';
  return isNews ? { ...report, lastSeen: { verdict: before.verdict, takenAt } } : report;
}

async function reportsIn(
  found: FoundDocument,
  environment: Environment,
  most: number,
  isReplay: boolean,
): Promise<Report[]> {
  const outside = outsideWith(environment, isReplay);
  const tasks = found.form === 'url' ? await fetchDocuments(found, outside) : [{ found, carrier: found.carrier }];
  if (!Array.isArray(tasks)) {
    const { carrier, text } = found;
    return [reportOf({ ...nothing(tasks), format: { carrier }, document: text }, outside)];
  }
  const reports: Report[] = [];
  for (const task of tasks.slice(0, most)) reports.push(await reportOfTask(task, environment, outside));
  return reports;
}

async function reportOfTask(task: Task, environment: Environment, outside: Outside): Promise<Report> {
  const budget = { inner: limitsOf(environment.limits).inner };
  return reportOf(await verifyDocument(task, { environment, outside, depth: 0, budget }), outside);
}

function outsideWith(environment: Environment, isReplay = false): Outside {
  return outsideOf({ ...environment, tools: environment.tools ?? webTools() }, isReplay);
}

function reportOf(findings: Findings, { now, requests, entries }: Outside): Report {
  const checkedAt = now.toISOString();
  const snapshot = { takenAt: checkedAt, entries: [...entries] };
  return { ...findings, verdict: verdictOf(findings.checks), checkedAt, requests: [...requests], snapshot };
}

function unread(reading: Extract<Reading, { ok: false }>): Findings {
  return nothing(check('shape', 'unknown', reading.code, reading.values));
}

function nothing(found: Check): Findings {
  return { checks: inOrder([found]), format: { carrier: 'json' }, technical: {}, inner: [] };
}
