import { asArray, isObject, type JsonObject } from '../model/json.ts';
import type { BadgeView, RecipientIdentifier } from '../verify/report.ts';
import { idOf, plainText, string } from './plain-text.ts';

/** The view of an Open Badges 3.0 credential, VC 2.0 or VC 1.1. An endorsement or another credential shows its own name. */
export function viewOfCredential(credential: JsonObject, language?: string): BadgeView {
  const text = (value: unknown) => plainText(value, language);
  const subject = object(asArray(credential.credentialSubject)[0]);
  const achievement = object(asArray(subject.achievement)[0]);
  const criteria = achievement.criteria;
  return {
    id: string(credential.id),
    name: text(achievement.name) ?? text(credential.name) ?? '',
    description: text(achievement.description) ?? text(credential.description) ?? text(subject.endorsementComment),
    criteria: text(object(criteria).narrative),
    criteriaUrl: idOf(criteria),
    achievementId: string(achievement.id),
    achievementType: asArray(achievement.achievementType).map(string)[0],
    image: idOf(achievement.image) ?? idOf(subject.image) ?? idOf(credential.image),
    tags: asArray(achievement.tag).map(text).filter(isText),
    alignments: objects(achievement.alignment).map((each) => ({
      name: text(each.targetName) ?? '',
      url: string(each.targetUrl),
      framework: text(each.targetFramework),
      code: string(each.targetCode),
      description: text(each.targetDescription),
    })),
    evidence: objects([...asArray(credential.evidence), ...asArray(subject.evidence)]).map((each) => ({
      url: string(each.id),
      name: text(each.name),
      description: text(each.description),
      narrative: text(each.narrative),
      genre: text(each.genre),
    })),
    results: viewOfResults(subject, achievement, text),
    narrative: text(subject.narrative),
    ...furtherFacts(subject, achievement, text),
    issuer: viewOfProfile(credential.issuer, text),
    creator: viewOfNamed(achievement.creator, text),
    recipient: viewOfRecipient(subject, text),
    awardedAt: string(credential.awardedDate) ?? validFrom(credential),
    validFrom: validFrom(credential),
    validUntil: string(credential.validUntil) ?? string(credential.expirationDate),
  };
}

type Text = (value: unknown) => string | undefined;

function validFrom(credential: JsonObject): string | undefined {
  return string(credential.validFrom) ?? string(credential.issuanceDate);
}

function viewOfProfile(issuer: unknown, text: Text): BadgeView['issuer'] {
  const profile = object(issuer);
  return {
    id: idOf(issuer) ?? '',
    name: text(profile.name),
    url: string(profile.url),
    email: string(profile.email),
    image: idOf(profile.image),
    description: text(profile.description),
  };
}

function viewOfNamed(profile: unknown, text: Text): BadgeView['creator'] {
  const id = idOf(profile);
  return id === undefined ? undefined : { id, name: text(object(profile).name) };
}

function furtherFacts(subject: JsonObject, achievement: JsonObject, text: Text): Partial<BadgeView> {
  return {
    activityStartDate: string(subject.activityStartDate),
    activityEndDate: string(subject.activityEndDate),
    creditsEarned: number(subject.creditsEarned),
    creditsAvailable: number(achievement.creditsAvailable),
    licenseNumber: text(subject.licenseNumber),
    role: text(subject.role),
    term: text(subject.term),
    source: viewOfNamed(subject.source, text),
    fieldOfStudy: text(achievement.fieldOfStudy),
    specialization: text(achievement.specialization),
    humanCode: text(achievement.humanCode),
    inLanguage: string(achievement.inLanguage),
    version: text(achievement.version),
  };
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function viewOfRecipient(subject: JsonObject, text: Text): BadgeView['recipient'] {
  const identifiers = objects(subject.identifier).map(
    (each): RecipientIdentifier => ({
      type: string(each.identityType) ?? 'identifier',
      hashed: each.hashed === true,
      identity: string(each.identityHash) ?? '',
      salt: string(each.salt),
    }),
  );
  const named = identifiers.find((each) => each.type === 'name' && !each.hashed);
  return { name: named?.identity ?? text(subject.name), id: string(subject.id), identifiers };
}

/** A result names its description by id, and a level of it by id; both are inside the achievement. */
function viewOfResults(subject: JsonObject, achievement: JsonObject, text: Text): BadgeView['results'] {
  const described = new Map(
    [...byId(achievement.resultDescription)].map(([id, description]) => [
      id,
      { description, levels: byId(description.rubricCriterionLevel) },
    ]),
  );
  return objects(subject.result).map((result) => {
    const { description, levels } = described.get(result.resultDescription) ?? {};
    const level = levels?.get(result.achievedLevel);
    return {
      name: text(description?.name),
      value: text(result.value) ?? text(level?.name) ?? text(level?.level),
      status: text(result.status),
    };
  });
}

/** Of two with one id the first. */
function byId(value: unknown): Map<unknown, JsonObject> {
  return new Map(
    objects(value)
      .reverse()
      .map((each) => [each.id, each]),
  );
}

function object(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function objects(value: unknown): JsonObject[] {
  return asArray(value).filter(isObject);
}

function isText(value: string | undefined): value is string {
  return value !== undefined;
}
