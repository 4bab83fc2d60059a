import { asArray, isObject, type Json, type JsonObject, type Report, type Verdict } from 'openbadges';

/** A signed statement about a badge by somebody else, as it stands in the document. */
export interface Endorsement {
  id?: string;
  by: string;
  comment: string;
  about: 'credential' | 'achievement' | 'issuer';
  /** ISO 8601, as written. */
  at?: string;
  /** Of its own check, where there was one. */
  verdict?: Verdict;
}

/** OB 3.0 §B: endorsements are embedded in the credential, in its achievement and in its issuer. */
export function endorsementsIn(document: string): Endorsement[] {
  const credential: Json = document.trimStart().startsWith('{') ? JSON.parse(document) : null;
  if (!isObject(credential)) return [];
  const subject = firstObject(credential.credentialSubject);
  return [
    ...embedded(credential, 'credential'),
    ...embedded(firstObject(subject.achievement), 'achievement'),
    ...embedded(firstObject(credential.issuer), 'issuer'),
  ];
}

function embedded(place: JsonObject, about: Endorsement['about']): Endorsement[] {
  return asArray(place.endorsement)
    .filter(isObject)
    .flatMap((each) => {
      const comment = firstObject(each.credentialSubject).endorsementComment;
      const issuer = firstObject(each.issuer);
      const by = issuer.name ?? issuer.id ?? each.issuer;
      if (typeof comment !== 'string' || typeof by !== 'string') return [];
      const [id, at] = [each.id, each.validFrom ?? each.issuanceDate];
      return [{ id: textOf(id), by, comment, about, at: textOf(at) }];
    });
}

/** What each endorsement's own check came to. One that failed is nobody's word, so it is left out. */
export function withVerdicts(endorsements: Endorsement[], inner: Report['inner']): Endorsement[] {
  const verdictOf = (id: string | undefined) =>
    inner.find(({ report }) => id !== undefined && idOf(report) === id)?.report.verdict;
  return endorsements
    .map((endorsement) => ({ ...endorsement, verdict: verdictOf(endorsement.id) }))
    .filter(({ verdict }) => verdict !== 'invalid');
}

/** A report on something that was changed shows nothing of it but the document as it came. */
function idOf({ badge, document }: Report): string | undefined {
  if (badge) return badge.id;
  const parsed: Json = document?.trimStart().startsWith('{') ? JSON.parse(document) : null;
  return isObject(parsed) ? textOf(parsed.id) : undefined;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function firstObject(value: unknown): JsonObject {
  const [first] = asArray(value);
  return isObject(first) ? first : {};
}
