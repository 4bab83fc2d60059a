import { asArray, isObject, type JsonObject } from '../model/json.ts';
import type { BadgeVersion, BadgeView } from '../verify/report.ts';
import { idOf, plainText, string } from './plain-text.ts';
import { upgradeAssertion, upgradeBadgeClass } from './upgrade-assertion.ts';

/** The documents an assertion only names by address, once they were fetched. */
export interface LinkedDocuments {
  badge?: JsonObject;
  issuer?: JsonObject;
  /** The address the assertion came from. */
  source?: string;
}

/** The view of an Open Badges 0.5–2.0 assertion, as far as its badge class and issuer are known. */
export function viewOfAssertion(
  document: JsonObject,
  version: BadgeVersion,
  linked: LinkedDocuments = {},
  language?: string,
): BadgeView {
  const text = (value: unknown) => plainText(value, language);
  const assertion = upgradeAssertion(document, version, linked.source);
  const badge = upgradeBadgeClass(linked.badge ?? object(assertion.badge));
  const issuer = linked.issuer ?? object(badge.issuer);
  const criteria = badge.criteria;
  return {
    id: string(assertion.id) ?? string(assertion.uid),
    name: text(badge.name) ?? '',
    description: text(badge.description),
    criteria: text(object(criteria).narrative),
    criteriaUrl: idOf(criteria),
    achievementId: idOf(linked.badge) ?? idOf(assertion.badge),
    image: idOf(badge.image) ?? idOf(assertion.image),
    tags: asArray(badge.tags)
      .map(text)
      .filter((tag) => tag !== undefined),
    alignments: objects(badge.alignment).map((each) => ({
      name: text(each.targetName) ?? '',
      url: string(each.targetUrl),
      framework: text(each.targetFramework),
      code: string(each.targetCode),
      description: text(each.targetDescription),
    })),
    evidence: asArray(assertion.evidence).map((each) => ({
      url: idOf(each),
      name: text(object(each).name),
      description: text(object(each).description),
      narrative: text(object(each).narrative),
      genre: text(object(each).genre),
    })),
    results: [],
    narrative: text(assertion.narrative),
    inLanguage: string(badge['@language']),
    version: text(badge.version),
    issuer: {
      id: idOf(issuer) ?? idOf(badge.issuer) ?? '',
      name: text(issuer.name),
      url: string(issuer.url),
      email: string(issuer.email),
      image: idOf(issuer.image),
      description: text(issuer.description),
    },
    recipient: { identifiers: recipientOf(assertion.recipient) },
    awardedAt: string(assertion.issuedOn),
    validFrom: string(assertion.issuedOn),
    validUntil: string(assertion.expires),
  };
}

function recipientOf(recipient: unknown): BadgeView['recipient']['identifiers'] {
  if (!isObject(recipient)) return [];
  const identity = string(recipient.identity) ?? '';
  return [
    {
      type: asArray(recipient.type).map(string)[0] ?? 'email',
      hashed: recipient.hashed === true,
      identity,
      salt: string(recipient.salt),
    },
  ];
}

function object(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function objects(value: unknown): JsonObject[] {
  return asArray(value).filter(isObject);
}
