import { idOf, plainText, string } from '../import/plain-text.ts';
import { isoInstant } from '../import/upgrade-assertion.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { check, inOrder } from './check.ts';
import { checkDates } from './check-dates.ts';
import { checkIssuer } from './check-issuer.ts';
import { fetchHosted, hostedDocument, isWebAddress } from './hosted-document.ts';
import { issuingScope } from './issuing-scope.ts';
import type { BadgeView, Check, Report } from './report.ts';
import { verdictOf } from './verdict-of.ts';
import type { Work } from './work.ts';

/** Verifies the hosted endorsements of a 2.0 assertion, its badge class and its issuer (OB 2.0 "Endorsement"). */
export async function checkOlderEndorsements(
  things: (JsonObject | undefined)[],
  work: Work,
): Promise<{ check: Check; inner: Report['inner'] }> {
  const attached = things.flatMap((thing) =>
    asArray(thing?.endorsement).map((endorsement) => ({ endorsement, about: idOf(thing) })),
  );
  if (attached.length === 0) return { check: check('endorsements', 'skipped', 'endorsements.none'), inner: [] };
  const inner: Report['inner'] = [];
  let confirmed = 0;
  for (const { endorsement, about } of attached) {
    if (work.budget.inner <= 0) break;
    work.budget.inner -= 1;
    const report = await endorsementReport(endorsement, work);
    inner.push({ role: 'endorsement', report });
    if (report.verdict === 'valid' && report.badge?.recipient.id === about) confirmed += 1;
  }
  const isComplete = confirmed === attached.length;
  const code = isComplete ? 'endorsements.confirmed' : 'endorsements.some-unconfirmed';
  const values = { count: String(attached.length), confirmed: String(confirmed) };
  return { check: check('endorsements', isComplete ? 'passed' : 'warning', code, values), inner };
}

async function endorsementReport(reference: unknown, { outside, environment }: Work): Promise<Report> {
  const { checks, badge, text } = await endorsementChecks(reference, outside, environment.trust);
  const checkedAt = outside.now.toISOString();
  return {
    verdict: verdictOf(checks),
    checks,
    format: { version: '2.0', security: 'hosted', carrier: isObject(reference) ? 'json' : 'url' },
    ...(badge ? { badge } : {}),
    document: text,
    checkedAt,
    requests: [],
    snapshot: { takenAt: checkedAt, entries: [] },
    technical: {},
    inner: [],
  };
}

/** As with a hosted badge, only what its own address answers counts. */
async function endorsementChecks(reference: unknown, outside: Work['outside'], trust: Work['environment']['trust']) {
  const text = textOf(reference);
  const url = idOf(reference);
  if (url === undefined || !isWebAddress(url)) {
    return { text, checks: inOrder([check('proof', 'unknown', 'proof.no-address')]) };
  }
  const hosted = await fetchHosted(url, 'document', outside);
  if ('failure' in hosted) {
    return { text, checks: inOrder([check('proof', 'unknown', `proof.unreachable-${hosted.failure}`, { url })]) };
  }
  const { document } = hosted;
  if (!isObject(document.claim)) {
    return { text, checks: inOrder([check('proof', 'unknown', 'proof.hosted-not-readable', { url })]) };
  }
  const found = await hostedDocument(document.issuer, 'issuer', outside);
  const issuer = found && 'document' in found ? found : undefined;
  const issuerId = idOf(issuer?.document) ?? idOf(document.issuer) ?? '';
  const key = issuingScope(hosted, issuerId, issuer?.isFetched ? issuer.document : undefined, issuer?.host);
  const from = string(isoInstant(document.issuedOn));
  const standing = await checkIssuer(issuerId, key.outcome === 'passed', trust, outside);
  const checks = inOrder([
    check('shape', 'passed', 'shape.ok', { format: 'Open Badges 2.0' }),
    check('proof', 'passed', 'proof.hosted-agrees', { url }),
    key,
    document.revoked === true
      ? check('status', 'failed', 'status.revoked', { url })
      : check('status', 'passed', 'status.good', { url }),
    checkDates(from, undefined, outside.now),
    check('recipient', 'skipped', 'recipient.not-asked'),
    standing.check,
    check('endorsements', 'skipped', 'endorsements.none'),
  ]);
  return { text, checks, badge: viewOf(document, issuerId, issuer?.document, from) };
}

function viewOf(
  document: JsonObject,
  issuerId: string,
  issuer: JsonObject | undefined,
  from: string | undefined,
): BadgeView {
  const claim = isObject(document.claim) ? document.claim : {};
  return {
    id: string(document.id),
    name: plainText(document.name) ?? '',
    description: plainText(claim.endorsementComment),
    tags: [],
    alignments: [],
    evidence: [],
    results: [],
    issuer: { id: issuerId, name: plainText(issuer?.name), url: string(issuer?.url) },
    recipient: { id: string(claim.id), identifiers: [] },
    awardedAt: from,
    validFrom: from,
  };
}
