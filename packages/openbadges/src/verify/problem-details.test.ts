import { describe, expect, it } from 'vitest';
import { BadgeError, type BadgeErrorCode } from '../model/badge-error.ts';
import { dataModelProblems } from '../model/data-model/data-model-problems.ts';
import { check } from './check.ts';
import { type CheckCode, checkSentences } from './check-sentences.ts';
import { problemDetails } from './problem-details.ts';

const published = [
  /^https:\/\/www\.w3\.org\/TR\/vc-data-model#(PARSING|CRYPTOGRAPHIC_SECURITY|MALFORMED_VALUE|RANGE)_ERROR$/,
  /^https:\/\/w3id\.org\/security#(PROOF_(GENERATION|VERIFICATION|TRANSFORMATION)|INVALID_(DOMAIN|CHALLENGE)|DATA_LOSS_DETECTION)_ERROR$/,
  /^https:\/\/w3id\.org\/security#INVALID_(VERIFICATION_METHOD(_URL)?|CONTROLLED_IDENTIFIER_DOCUMENT(_ID)?|RELATIONSHIP_FOR_VERIFICATION_METHOD)$/,
  /^https:\/\/www\.w3\.org\/ns\/credentials\/status-list#(STATUS_(RETRIEVAL|VERIFICATION|LIST_LENGTH)|MALFORMED_VALUE|RANGE)_ERROR$/,
];
const codes = Object.keys(checkSentences) as CheckCode[];
const withoutType = /^(recipient|issuer|endorsements)\./;

describe('a problem', () => {
  it.each(codes.filter((code) => !withoutType.test(code)))('%s has a type that the W3C published', (code) => {
    const { type, detail } = problemDetails(check('shape', 'failed', code));

    expect(published.filter((pattern) => pattern.test(type))).toHaveLength(1);
    expect(detail).toBe(check('shape', 'failed', code).sentence);
  });

  it.each(codes.filter((code) => withoutType.test(code)))(
    '%s has no type, and says what it is all the same',
    (code) => {
      expect(problemDetails(check('issuer', 'failed', code))).toMatchObject({
        type: 'about:blank',
        title: 'Problem',
        code,
        detail: check('issuer', 'failed', code).sentence,
      });
    },
  );

  it.each<[string, string]>([
    ['proof.challenge-mismatch', 'https://w3id.org/security#INVALID_CHALLENGE_ERROR'],
    ['proof.domain-mismatch', 'https://w3id.org/security#INVALID_DOMAIN_ERROR'],
    ['proof.tampered', 'https://w3id.org/security#PROOF_VERIFICATION_ERROR'],
    ['proof.previous-missing', 'https://w3id.org/security#PROOF_VERIFICATION_ERROR'],
    ['proof.suite-unsupported', 'https://w3id.org/security#PROOF_VERIFICATION_ERROR'],
    ['canon.term-undefined', 'https://w3id.org/security#DATA_LOSS_DETECTION_ERROR'],
    ['canon.context-invalid', 'https://w3id.org/security#PROOF_TRANSFORMATION_ERROR'],
    ['jwt.tampered', 'https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR'],
    ['jwt.malformed', 'https://www.w3.org/TR/vc-data-model#PARSING_ERROR'],
    ['dates.expired', 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR'],
    ['key.not-for-purpose', 'https://w3id.org/security#INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD'],
    ['key.unreachable-timeout', 'https://w3id.org/security#INVALID_CONTROLLED_IDENTIFIER_DOCUMENT'],
    ['status.unreachable-gone', 'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR'],
    ['status.other-issuer', 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR'],
    ['status.short-list', 'https://www.w3.org/ns/credentials/status-list#STATUS_LIST_LENGTH_ERROR'],
    ['status.outside-list', 'https://www.w3.org/ns/credentials/status-list#RANGE_ERROR'],
    ['status.entry-malformed', 'https://www.w3.org/ns/credentials/status-list#MALFORMED_VALUE_ERROR'],
  ])('%s is a %s', (code, type) => {
    expect(problemDetails({ code, values: {} }).type).toBe(type);
  });

  it('of the data model keeps its own type, sentence and place', () => {
    const [problem] = dataModelProblems({ '@context': ['https://www.w3.org/ns/credentials/v2'] });

    expect(problemDetails(problem as NonNullable<typeof problem>)).toMatchObject({
      type: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
      detail: problem?.sentence,
      pointer: problem?.pointer,
    });
  });

  it.each<[BadgeErrorCode, string]>([
    ['proof.previous-missing', 'https://w3id.org/security#PROOF_GENERATION_ERROR'],
    ['pointer.missing', 'https://w3id.org/security#PROOF_GENERATION_ERROR'],
    ['status.range', 'https://www.w3.org/ns/credentials/status-list#RANGE_ERROR'],
  ])('that stops the making of something, %s, is a %s', (code, type) => {
    expect(problemDetails(new BadgeError(code)).type).toBe(type);
  });

  it('names the values it is about', () => {
    const { detail } = problemDetails({ code: 'canon.term-undefined', values: { term: 'shoeSize' } });

    expect(detail).toContain('shoeSize');
  });

  it.each(['nonsense', '', 'toString.x', '__proto__.a'])('with the code %j is one without a type', (code) => {
    expect(problemDetails({ code })).toMatchObject({ type: 'about:blank', code });
  });
});
