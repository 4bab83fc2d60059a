import { detectDocument } from '../import/detect-document.ts';
import { idOf, string } from '../import/plain-text.ts';
import { upgradeAssertion } from '../import/upgrade-assertion.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { check } from './check.ts';
import { fetchHosted, isWebAddress } from './hosted-document.ts';
import { issuingScope } from './issuing-scope.ts';
import type { Outside } from './outside.ts';
import type { BadgeVersion, Check } from './report.ts';
import { linkAssertion, type ProvenAssertion, verificationOf } from './verify-assertion.ts';

/** A hosted badge is what its issuer's address answers; of what was brought, only that address counts (OB 2.0). */
export async function checkHosted(
  brought: JsonObject,
  version: BadgeVersion,
  source: string | undefined,
  outside: Outside,
): Promise<ProvenAssertion> {
  const url = addressOf(brought, version, source);
  const offline = async (proof: Check, status?: Check): Promise<ProvenAssertion> => ({
    proof,
    status,
    document: brought,
    linked: await linkAssertion(brought, version, source, outside),
  });
  if (url === undefined) return offline(check('proof', 'unknown', 'proof.no-address'));
  const hosted = await fetchHosted(url, 'document', outside);
  if ('failure' in hosted) {
    if (hosted.failure !== 'gone')
      return offline(check('proof', 'unknown', `proof.unreachable-${hosted.failure}`, { url }));
    return offline(check('proof', 'passed', 'proof.hosted-withdrawn', { url }), revoked(url, undefined));
  }
  const { document } = hosted;
  if (document.revoked === true) {
    return offline(
      check('proof', 'passed', 'proof.hosted-withdrawn', { url }),
      revoked(url, document.revocationReason),
    );
  }
  const detected = detectDocument(document);
  if (detected.kind !== 'assertion') return offline(check('proof', 'unknown', 'proof.hosted-not-readable', { url }));
  const linked = await linkAssertion(document, detected.version ?? version, hosted.url, outside);
  linked.notes.unshift(...hosted.notes);
  const proof = comparison(brought, version, linked.assertion, url);
  const own = linked.isIssuerOwn ? linked.issuer : undefined;
  // Without the issuer's document it is not known where the issuer issues.
  const key = linked.missing ? undefined : issuingScope(hosted, linked.issuerId, own, linked.issuerHost);
  const status = check('status', 'passed', 'status.good', { url });
  return { proof, key, status, document, linked };
}

/** 0.5: where it came from. 1.x: `verify.url`. 2.0: the id. */
function addressOf(document: JsonObject, version: BadgeVersion, source: string | undefined): string | undefined {
  const assertion = upgradeAssertion(document, version, source);
  const { url } = verificationOf(assertion);
  const named =
    version === '0.5'
      ? [source]
      : version === '2.0'
        ? [string(assertion.id), url]
        : [url, string(assertion.id), source];
  return named.find((each) => each !== undefined && isWebAddress(each));
}

/** Who, what and when must be the same; another difference is news from the issuer. */
function comparison(brought: JsonObject, version: BadgeVersion, hosted: JsonObject, url: string): Check {
  const mine = upgradeAssertion(brought, version, string(hosted.id));
  const changed = (['recipient', 'badge', 'issuedOn'] as const).find((member) => {
    const [here, there] = [claims[member](mine[member]), claims[member](hosted[member])];
    return here !== undefined && there !== undefined && here !== there;
  });
  if (changed) return check('proof', 'failed', 'proof.hosted-differs', { url, member: changed }, `/${changed}`);
  const news = ['expires', 'evidence', 'narrative'].find(
    (member) => JSON.stringify(mine[member]) !== JSON.stringify(hosted[member]),
  );
  if (news) return check('proof', 'warning', 'proof.hosted-changed', { url, member: news }, `/${news}`);
  return check('proof', 'passed', 'proof.hosted-agrees', { url });
}

/** What is compared of a member; a badge class that is embedded without an id has nothing to compare. */
const claims: Record<'recipient' | 'badge' | 'issuedOn', (value: unknown) => string | undefined> = {
  recipient: (value) =>
    isObject(value)
      ? JSON.stringify([textOf(value.identity).toLowerCase(), value.salt ?? '', value.hashed === true])
      : string(value),
  badge: idOf,
  issuedOn: (value) => (typeof value === 'string' ? String(Date.parse(value)) : undefined),
};

function revoked(url: string, reason: unknown): Check {
  const because = string(reason);
  return check('status', 'failed', because ? 'status.revoked-because' : 'status.revoked', { url, reason: because });
}
