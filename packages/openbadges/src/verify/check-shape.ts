import { heldContexts } from '../canon/held-contexts.ts';
import type { DetectedDocument } from '../import/detect-document.ts';
import { typesOf } from '../import/detect-document.ts';
import { idOf } from '../import/plain-text.ts';
import { asArray, isObject, type JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import type { Check } from './report.ts';

export interface Shape {
  check: Check;
  /** Further things that were noticed and do no harm. */
  findings: Check[];
}

/** Whether a credential has the members its version asks for (OB 3.0 §8.1, the tolerant JSON-LD schema; VC 2.0 §4). */
export function checkShape(document: JsonObject, detected: DetectedDocument, isProven: boolean): Shape {
  const [first] = failures(document, detected);
  const findings = warnings(document);
  if (first) return { check: first, findings };
  // A signature that holds was either made over the vocabularies or does not depend on them.
  const unknown = isProven ? undefined : unknownContext(document);
  if (unknown)
    return { check: check('shape', 'unknown', 'shape.unknown-context', { url: unknown }, '/@context'), findings };
  const [warning, ...further] = findings;
  if (warning) return { check: warning, findings: further };
  return { check: check('shape', 'passed', 'shape.ok', { format: formatName(detected) }), findings };
}

/** Proper names only, so that the sentence can be said in any language. */
function formatName({ kind, version, envelope }: DetectedDocument): string {
  const model = envelope === 'vc-1.1' ? 'Verifiable Credentials 1.1' : 'Verifiable Credentials 2.0';
  if (kind === 'clr') return `CLR 2.0 (${model})`;
  return version ? `Open Badges ${version} (${model})` : model;
}

/** A context that is not held is never fetched: whoever serves it could change what was signed. */
function unknownContext(document: JsonObject): string | undefined {
  const contexts = asArray(document['@context']).filter((context) => typeof context === 'string');
  return contexts.find((context) => !heldContexts.has(context));
}

/** In the order in which a reader would want to hear them. */
function* failures(document: JsonObject, detected: DetectedDocument): Generator<Check> {
  const fail = (code: Parameters<typeof check>[2], values: Record<string, string>, pointer: string) =>
    check('shape', 'failed', code, values, pointer);
  const member = (name: string, pointer: string) => fail('shape.member-missing', { member: name }, pointer);
  const [context] = asArray(document['@context']);
  if (!detected.envelope || typeof context !== 'string' || !context.includes('/credentials/v')) {
    yield fail('shape.context-order', {}, '/@context');
  }
  if (!typesOf(document).includes('VerifiableCredential')) {
    yield fail('shape.wrong-type', { expected: 'VerifiableCredential' }, '/type');
  }
  if (detected.kind === 'other-credential')
    yield fail('shape.wrong-type', { expected: 'OpenBadgeCredential' }, '/type');
  if (document.issuer === undefined) yield fail('shape.issuer-missing', {}, '/issuer');
  else if (!isIdentifier(idOf(document.issuer))) yield fail('shape.issuer-malformed', {}, '/issuer');
  if (detected.kind !== 'other-credential' && document.id === undefined) yield member('id', '/id');
  if (document.id !== undefined && typeof document.id !== 'string') {
    yield fail('shape.member-malformed', { member: 'id' }, '/id');
  }
  yield* dateFailures(document, detected, fail);
  yield* subjectFailures(document, detected, fail);
}

type Fail = (code: Parameters<typeof check>[2], values: Record<string, string>, pointer: string) => Check;

function* dateFailures(document: JsonObject, { envelope }: DetectedDocument, fail: Fail): Generator<Check> {
  const from = envelope === 'vc-1.1' ? 'issuanceDate' : 'validFrom';
  if (document[from] === undefined) yield fail('shape.member-missing', { member: from }, `/${from}`);
  for (const member of ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate', 'awardedDate']) {
    const value = document[member];
    if (value !== undefined && !isReadableInstant(value)) yield fail('shape.date-malformed', { member }, `/${member}`);
  }
}

function* subjectFailures(document: JsonObject, { kind }: DetectedDocument, fail: Fail): Generator<Check> {
  const subjects = asArray(document.credentialSubject);
  const [subject] = subjects;
  const pointer = '/credentialSubject';
  if (subject === undefined) return yield fail('shape.member-missing', { member: 'credentialSubject' }, pointer);
  if (!isObject(subject) || subjects.length > 1) {
    return yield fail('shape.member-malformed', { member: 'credentialSubject' }, pointer);
  }
  const expected = { credential: 'AchievementSubject', endorsement: 'EndorsementSubject', clr: 'ClrSubject' }[
    kind as string
  ];
  if (expected && !typesOf(subject).includes(expected)) {
    yield fail('shape.subject-type', { expected }, `${pointer}/type`);
  }
  if (kind === 'endorsement' && typeof subject.id !== 'string') {
    yield fail('shape.member-missing', { member: 'credentialSubject.id' }, `${pointer}/id`);
  }
  if (kind === 'clr' && asArray(subject.verifiableCredential).length === 0) {
    yield fail('shape.member-missing', { member: 'credentialSubject.verifiableCredential' }, pointer);
  }
  if (kind === 'credential') yield* achievementFailures(subject, fail);
}

function* achievementFailures(subject: JsonObject, fail: Fail): Generator<Check> {
  const pointer = '/credentialSubject/achievement';
  const achievement = subject.achievement;
  if (!isObject(achievement)) return yield fail('shape.member-missing', { member: 'achievement' }, pointer);
  if (!typesOf(achievement).includes('Achievement')) {
    yield fail('shape.subject-type', { expected: 'Achievement' }, `${pointer}/type`);
  }
  for (const member of ['id', 'name', 'description', 'criteria']) {
    if (achievement[member] === undefined) {
      yield fail('shape.member-missing', { member: `achievement.${member}` }, `${pointer}/${member}`);
    }
  }
}

function warnings(document: JsonObject): Check[] {
  const subject = asArray(document.credentialSubject).find(isObject) ?? {};
  const achievement = isObject(subject.achievement) ? subject.achievement : {};
  const issuer = isObject(document.issuer) ? document.issuer : undefined;
  const images: [unknown, string][] = [
    [issuer?.image, '/issuer/image'],
    [achievement.image, '/credentialSubject/achievement/image'],
    [subject.image, '/credentialSubject/image'],
  ];
  const { criteria } = achievement;
  const hasCriteria = !isObject(criteria) || criteria.id !== undefined || criteria.narrative !== undefined;
  // OB 3.0 §B.1.3, in prose and not in the schema; real credentials are handed out without it.
  const isAnonymous = subject.id === undefined && asArray(subject.identifier).length === 0;
  return [
    ...(isAnonymous ? [check('shape', 'warning', 'shape.recipient-missing', {}, '/credentialSubject')] : []),
    ...images
      .filter(([image]) => typeof image === 'string')
      .map(([, pointer]) => check('shape', 'warning', 'shape.image-as-text', {}, pointer)),
    ...(hasCriteria
      ? []
      : [check('shape', 'warning', 'shape.criteria-missing', {}, '/credentialSubject/achievement/criteria')]),
    ...(issuer ? [] : [check('shape', 'warning', 'shape.issuer-as-text', {}, '/issuer')]),
  ];
}

function isIdentifier(value: string | undefined): boolean {
  return value !== undefined && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
}

/** More than a dateTimeStamp, for what others wrote: seconds and the colon of the zone may lack, the zone may not. */
export function isReadableInstant(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
