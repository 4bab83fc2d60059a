import { idOf, string } from '../import/plain-text.ts';
import { upgradeAssertion } from '../import/upgrade-assertion.ts';
import { viewOfAssertion } from '../import/view-of-assertion.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { check, inOrder } from './check.ts';
import { checkAssertionShape } from './check-assertion-shape.ts';
import { checkDates } from './check-dates.ts';
import { checkHosted } from './check-hosted.ts';
import { checkIssuer } from './check-issuer.ts';
import { checkRecipient } from './check-recipient.ts';
import { checkSignedAssertion } from './check-signed-assertion.ts';
import { fetchHosted, type HostedDocument, hostedDocument, isWebAddress } from './hosted-document.ts';
import { checkOlderEndorsements } from './older-endorsements.ts';
import type { BadgeVersion, Check } from './report.ts';
import type { Findings, Task, Work } from './work.ts';

/** An assertion in the words of 2.0, with the two documents it points to. */
export interface LinkedAssertion {
  assertion: JsonObject;
  badge?: JsonObject;
  issuer?: JsonObject;
  issuerId: string;
  /** The issuer's document came from the issuer's own address. */
  isIssuerOwn: boolean;
  /** The host on which that document lay in the end. */
  issuerHost?: string;
  notes: Check[];
  missing?: Check;
}

/** What the hosted or the signed way of proving an assertion comes to. */
export interface ProvenAssertion {
  proof: Check;
  key?: Check;
  status?: Check;
  /** What the issuer says, where that is another document than the one brought. */
  document: JsonObject;
  linked: LinkedAssertion;
  technical?: Record<string, unknown>;
}

/** Verifies a badge of version 0.5 to 2.0, hosted or signed (OB 2.0 "Verification", STANDARDS §2.3–2.5). */
export async function verifyAssertion(
  task: Task,
  document: JsonObject,
  version: BadgeVersion,
  work: Work,
): Promise<Findings> {
  const isSigned = task.found.form === 'jws';
  const proven = isSigned
    ? await checkSignedAssertion(task.found.text, document, version, work.outside)
    : await checkHosted(document, version, task.source, work.outside);
  const { proof, linked } = proven;
  const shape = proven.status?.outcome === 'failed' ? undefined : checkAssertionShape(linked, version);
  const checks = [shape ?? check('shape', 'passed', 'shape.ok', { format: `Open Badges ${version}` }), proof];
  const findings: Findings = {
    checks: inOrder(checks),
    format: { carrier: task.carrier, version, security: isSigned ? 'signed-jws' : 'hosted' },
    document: task.found.text,
    technical: { ...proven.technical, ...(linked.notes.length > 0 ? { notes: linked.notes } : {}) },
    inner: [],
  };
  if (proof.outcome === 'failed') return findings;
  const { badge, issuer, issuerId } = linked;
  findings.badge = viewOfAssertion(proven.document, version, { badge, issuer, source: task.source });
  findings.badge.issuer.id = findings.badge.issuer.id || issuerId;
  const id = findings.badge.id;
  if (id && issuerId) findings.identity = { issuer: issuerId, id };
  const known = [...checks, proven.key, proven.status];
  if (proof.outcome === 'unknown' || shape?.outcome === 'failed') return { ...findings, checks: inOrder(known) };
  const endorsements = await checkOlderEndorsements([linked.assertion, badge, issuer], work);
  const standing = await checkIssuer(issuerId, proven.key?.outcome === 'passed', work.environment.trust, work.outside);
  if (standing.trust) findings.technical.trust = standing.trust;
  const checksOfAll = inOrder([...known, ...further(findings, work), standing.check, endorsements.check]);
  return { ...findings, checks: checksOfAll, inner: endorsements.inner };
}

function further({ badge }: Findings, { environment, outside }: Work): Check[] {
  return [
    checkDates(badge?.validFrom, badge?.validUntil, outside.now),
    checkRecipient(badge?.recipient ?? { identifiers: [] }, environment.recipient),
  ];
}

/** Fetches (or takes) the badge class and the issuer of an assertion. */
export async function linkAssertion(
  document: JsonObject,
  version: BadgeVersion,
  source: string | undefined,
  outside: Work['outside'],
): Promise<LinkedAssertion> {
  const assertion = upgradeAssertion(document, version, source);
  const badge = await hostedDocument(assertion.badge, 'achievement', outside);
  const known = badge && 'document' in badge ? badge : undefined;
  const linked: LinkedAssertion = { assertion, issuerId: '', isIssuerOwn: false, notes: known?.notes ?? [] };
  if (!known) return { ...linked, missing: badge && unreachable(badge) };
  linked.badge = known.document;
  const issuer = await issuerOf(known.document.issuer, outside);
  if (!issuer || !('document' in issuer)) {
    return { ...linked, issuerId: idOf(known.document.issuer) ?? '', missing: issuer && unreachable(issuer) };
  }
  return {
    ...linked,
    issuer: issuer.document,
    issuerId: idOf(issuer.document) ?? issuer.url,
    isIssuerOwn: issuer.isFetched,
    issuerHost: issuer.host,
    notes: [...linked.notes, ...issuer.notes],
  };
}

/** An embedded issuer is only what the badge says; its own address is asked when it has one that answers. */
async function issuerOf(reference: unknown, outside: Work['outside']): Promise<HostedDocument | undefined> {
  const found = await hostedDocument(reference, 'issuer', outside);
  if (!found || !('document' in found) || found.isFetched || !isWebAddress(found.url)) return found;
  const own = await fetchHosted(found.url, 'issuer', outside);
  const isSame = 'document' in own && own.isFetched && idOf(own.document) === idOf(found.document);
  return isSame ? own : found;
}

function unreachable(found: HostedDocument): Check | undefined {
  if ('document' in found) return undefined;
  return check('shape', 'unknown', `shape.unreachable-${found.failure}`, { url: found.url });
}

/** `verification` of 2.0, or what the upgrade made of `verify`. */
export function verificationOf(assertion: JsonObject): { type: string; url?: string; creator?: string } {
  const verification = isObject(assertion.verification) ? assertion.verification : {};
  const type = asArray(verification.type).map(textOf)[0] ?? '';
  return { type, url: string(verification.url), creator: idOf(verification.creator) };
}
