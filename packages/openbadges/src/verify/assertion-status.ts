import { idOf, string } from '../import/plain-text.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { textOf } from '../model/text-of.ts';
import { check } from './check.ts';
import { isWebAddress } from './hosted-document.ts';
import type { Outside } from './outside.ts';
import { readObject } from './read-answer.ts';
import type { Check } from './report.ts';
import type { LinkedAssertion } from './verify-assertion.ts';

/** Whether the issuer took a signed assertion back: the RevocationList of 2.0, or the map of uid to reason of 1.x. */
export async function assertionStatus(
  document: JsonObject,
  { issuer, issuerId, missing }: LinkedAssertion,
  outside: Outside,
): Promise<Check | undefined> {
  if (missing) return undefined;
  const url = idOf(issuer?.revocationList);
  if (url === undefined) return check('status', 'skipped', 'status.none');
  if (!isWebAddress(url)) return check('status', 'unknown', 'status.entry-malformed');
  const answer = await outside.get(url, 'status');
  if (!answer.ok) return check('status', 'unknown', `status.unreachable-${answer.failure}`, { url });
  const list = readObject(answer);
  if (!list) return check('status', 'unknown', 'status.list-malformed', { url });
  const author = idOf(list.issuer);
  if (author !== undefined && author !== issuerId)
    return check('status', 'unknown', 'status.other-issuer', { url, issuer: author });
  const reason = reasonFor(document, list);
  if (reason === undefined) return check('status', 'passed', 'status.good', { url });
  return check('status', 'failed', reason ? 'status.revoked-because' : 'status.revoked', {
    url,
    reason: reason || undefined,
  });
}

/** The reason of a revocation, perhaps empty; undefined when the badge is not in the list. */
function reasonFor({ id, uid }: JsonObject, list: JsonObject): string | undefined {
  const names = [id, uid].filter((name): name is string => typeof name === 'string');
  for (const entry of asArray(list.revokedAssertions)) {
    if (names.some((name) => name === entry)) return '';
    if (isObject(entry) && names.some((name) => name === entry.id || name === entry.uid)) {
      return string(entry.revocationReason) ?? '';
    }
  }
  const byUid = names.find((name) => list.revokedAssertions === undefined && Object.hasOwn(list, name));
  return byUid === undefined ? undefined : textOf(list[byUid] ?? '');
}
