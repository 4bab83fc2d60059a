import { typesOf } from '../import/detect-document.ts';
import { idOf, string } from '../import/plain-text.ts';
import { type PublicKey, sameKey } from '../keys/public-key.ts';
import { BadgeError } from '../model/badge-error.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { readRevocationList } from '../status/revocation-list.ts';
import { readStatusEntry, type StatusEntry } from '../status/status-entry.ts';
import { readStatusList, type StatusReading } from '../status/status-list-credential.ts';
import { check } from './check.ts';
import { validityOf } from './check-dates.ts';
import { checkSecured } from './check-secured.ts';
import type { Outside } from './outside.ts';
import { proveKey } from './prove-key.ts';
import { readObject } from './read-answer.ts';
import type { Check } from './report.ts';

/** The credential whose status is asked for, and who signed it. */
export interface StatusQuestion {
  document: JsonObject;
  issuer: string;
  signers: { key: PublicKey; method?: string }[];
}

/** A list is signed anew with every change; clocks differ by this much (milliseconds). */
const clockSkew = 5 * 60_000;

/** Each costs a request. */
const mostEntries = 8;

/**
 * Whether the issuer took the credential back (OB 3.0 §8.4, Bitstring Status List §3.2). A list that cannot be had,
 * or that somebody else could have written, is never good news: `unknown`.
 */
export async function checkStatus(question: StatusQuestion, outside: Outside): Promise<Check> {
  const entries = asArray(question.document.credentialStatus);
  if (entries.length === 0) return check('status', 'skipped', 'status.none');
  const checks: Check[] = [];
  if (entries.length > mostEntries) return unknown('status.entry-malformed', {});
  for (const entry of entries) checks.push(await statusOf(entry, question, outside));
  const rank = (found: Check) => ['failed', 'unknown', 'warning', 'passed'].indexOf(found.outcome);
  // Revoked is for good, suspended is not: of two bad answers the final one counts.
  const sorted = checks.sort(
    (a, b) => rank(a) - rank(b) || Number(a.code === 'status.suspended') - Number(b.code === 'status.suspended'),
  );
  return sorted[0] ?? check('status', 'skipped', 'status.none');
}

async function statusOf(entry: unknown, question: StatusQuestion, outside: Outside): Promise<Check> {
  if (isObject(entry) && typesOf(entry).includes('1EdTechRevocationList'))
    return revocationOf(entry, question, outside);
  const read = attempt(() => readStatusEntry(entry));
  if (read instanceof BadgeError) return unknown('status.entry-malformed', {});
  if (!read) return unknown('status.unknown-type', { type: isObject(entry) ? typesOf(entry).join(', ') : '' });
  if (!['revocation', 'suspension'].includes(read.purpose)) return check('status', 'passed', 'status.good');
  const list = await authenticList(read.list, question, outside);
  if ('outcome' in list) return list;
  const reading = readingOf(list.document, read);
  if ('outcome' in reading) return reading;
  await outside.keep(read.list, reading.ttl);
  if (reading.set) return takenBack(read, reading, question, outside);
  return goodNews(list.document, read, reading);
}

/** A revocation bit together with the same bit of the companion list for suspension means suspended. */
async function takenBack(
  entry: StatusEntry,
  reading: StatusReading,
  question: StatusQuestion,
  outside: Outside,
): Promise<Check> {
  const suspended = check('status', 'failed', 'status.suspended', { url: entry.list });
  if (entry.purpose === 'suspension') return suspended;
  for (const reference of entry.references) {
    const companion = await authenticList(reference, question, outside);
    if ('outcome' in companion) continue;
    const found = readingOf(companion.document, entry, 'suspension');
    if (!('outcome' in found) && found.set) return suspended;
  }
  const reason = reading.message;
  return check('status', 'failed', reason ? 'status.revoked-because' : 'status.revoked', { url: entry.list, reason });
}

function goodNews(list: JsonObject, entry: StatusEntry, reading: StatusReading): Check {
  const values = { url: entry.list };
  const names = [idOf(list.id), idOf(asArray(list.credentialSubject)[0])].filter((name) => name !== undefined);
  if (names.length > 0 && !names.some((name) => withoutFragment(name) === withoutFragment(entry.list))) {
    return unknown('status.list-elsewhere', { ...values, id: names[0] });
  }
  if (reading.tooShort) return check('status', 'warning', 'status.short-list', values);
  if (entry.oddities.includes('index-is-a-number')) return check('status', 'warning', 'status.numeric-index', values);
  return check('status', 'passed', 'status.good', values);
}

function readingOf(list: JsonObject, entry: StatusEntry, purpose = entry.purpose): StatusReading | Check {
  const reading = attempt(() => readStatusList(list, entry, { purpose }));
  if (!(reading instanceof BadgeError)) return reading;
  const values = { url: entry.list, purpose };
  if (reading.code === 'status.purpose') return unknown('status.wrong-purpose', values);
  return unknown(reading.code === 'status.range' ? 'status.outside-list' : 'status.list-malformed', values);
}

/** The list, when it is intact, current, and by the credential's own issuer; else what is wrong with it. */
async function authenticList(
  url: string,
  question: StatusQuestion,
  outside: Outside,
): Promise<{ document: JsonObject } | Check> {
  const answer = await outside.get(
    url,
    'status',
    'application/vc+ld+json, application/vc, application/json, application/vc+jwt;q=0.8',
  );
  if (!answer.ok) return unknown(`status.unreachable-${answer.failure}`, { url });
  const secured = await checkSecured(answer.body, outside);
  if (!secured?.document || !isStatusList(secured.document)) return unknown('status.list-malformed', { url });
  const { document, proof } = secured;
  if (proof.outcome === 'unknown') return unknown('status.list-not-checkable', { url });
  if (proof.outcome === 'failed') return unknown('status.list-invalid', { url });
  const issuer = idOf(document.issuer);
  if (issuer !== question.issuer) return unknown('status.other-issuer', { url, issuer: issuer ?? '' });
  const { from, until } = validityOf(document);
  const isOver = until !== undefined && !(Date.parse(until) >= outside.now.getTime());
  if (isOver) return unknown('status.list-outdated', { url, date: until });
  const isEarly = from !== undefined && !(Date.parse(from) <= outside.now.getTime() + clockSkew);
  if (isEarly) return unknown('status.list-not-yet-valid', { url, date: from });
  for (const { key, method } of secured.signers) {
    // The key that signed the credential may also sign its status: it is as much the issuer's as the credential is.
    if (question.signers.some((signer) => sameKey(signer.key, key))) return { document };
    const proven = await proveKey({ issuer, key, method, isToken: secured.security === 'vc-jwt' }, outside);
    if (proven.outcome === 'passed') return { document };
  }
  return unknown('status.list-unproven', { url });
}

function isStatusList(document: JsonObject): boolean {
  return typesOf(document).some(
    (type) => type === 'BitstringStatusListCredential' || type === 'StatusList2021Credential',
  );
}

/** 1EdTechRevocationList: unsigned JSON, so only the secure address of the list says who wrote it. */
async function revocationOf(entry: JsonObject, { document, issuer }: StatusQuestion, outside: Outside): Promise<Check> {
  const url = string(entry.id);
  if (url === undefined || !URL.canParse(url)) return unknown('status.entry-malformed', {});
  if (!url.startsWith('https://')) return unknown('status.insecure-address', { url });
  const answer = await outside.get(url, 'status');
  if (!answer.ok) return unknown(`status.unreachable-${answer.failure}`, { url });
  const list = readObject(answer);
  const listIssuer = idOf(list?.issuer);
  if (listIssuer !== undefined && listIssuer !== issuer)
    return unknown('status.other-issuer', { url, issuer: listIssuer });
  const revocation = attempt(() => readRevocationList(list, textOf(document.id)));
  if (revocation instanceof BadgeError) return unknown('status.list-malformed', { url });
  await outside.keep(url);
  if (!revocation.revoked) return check('status', 'passed', 'status.good', { url });
  const { reason } = revocation;
  return check('status', 'failed', reason ? 'status.revoked-because' : 'status.revoked', { url, reason });
}

function unknown(code: Parameters<typeof check>[2], values: Record<string, string | undefined>): Check {
  return check('status', 'unknown', code, values, '/credentialStatus');
}

/** The readers throw named errors for what is malformed; here that is an answer. */
function attempt<T>(read: () => T): T | BadgeError {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadgeError) return error;
    throw error;
  }
}

function withoutFragment(url: string): string {
  return url.split('#')[0] as string;
}
