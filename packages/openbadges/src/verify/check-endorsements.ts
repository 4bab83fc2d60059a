import { idOf } from '../import/plain-text.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import type { Check, Report } from './report.ts';
import { verifyInner } from './verify-inner.ts';
import type { Work } from './work.ts';

/** An endorsement, and the id of what it is attached to. */
interface Attached {
  endorsement: unknown;
  about: string | undefined;
}

/** Verifies every endorsement embedded in a credential, its achievement and its issuer (OB 3.0 §8.6). */
export async function checkEndorsements(
  document: JsonObject,
  work: Work,
): Promise<{ check: Check; inner: Report['inner'] }> {
  const attached = attachedTo(document);
  if (attached.length === 0) return { check: check('endorsements', 'skipped', 'endorsements.none'), inner: [] };
  const inner: Report['inner'] = [];
  let confirmed = 0;
  for (const { endorsement, about } of attached) {
    const report = await verifyInner(endorsement, 'endorsement', work);
    if (!report) continue;
    inner.push({ role: 'endorsement', report });
    if (report.verdict === 'valid' && subjectOf(report) === about) confirmed += 1;
  }
  const values = { count: String(attached.length), confirmed: String(confirmed) };
  const all = confirmed === attached.length;
  return {
    check: check(
      'endorsements',
      all ? 'passed' : 'warning',
      all ? 'endorsements.confirmed' : 'endorsements.some-unconfirmed',
      values,
    ),
    inner,
  };
}

function attachedTo(document: JsonObject): Attached[] {
  const subject = asArray(document.credentialSubject).find(isObject) ?? {};
  return [document, subject.achievement, document.issuer].filter(isObject).flatMap((thing) =>
    [...asArray(thing.endorsement), ...asArray(thing.endorsementJwt)].map((endorsement) => ({
      endorsement,
      about: idOf(thing),
    })),
  );
}

function subjectOf(report: Report): string | undefined {
  return report.badge?.recipient.id;
}
