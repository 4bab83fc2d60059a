import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformance } from '../../testing/conformance.ts';
import { sampleCredential } from '../../testing/sample-credential.ts';
import type { JsonObject } from '../json.ts';
import { profileDocument } from '../profile-document.ts';
import { schemaProblems } from './schema-problems.ts';

const folders: Record<string, string> = {
  'spec-examples': 'ob3/spec-examples',
  'validator-samples': 'ob3/validator-samples',
};

describe.skipIf(!conformance.present)('the official schemas say of every sample what is on record', () => {
  it.each(golden())('%s', (path, kind, strict, jsonLd) => {
    const document = conformance.json(path);

    const problems = (dialect: 'strict' | 'json-ld') => schemaProblems(document, dialect, kind);

    expect({ strict: problems('strict').length === 0, jsonLd: problems('json-ld').length === 0 }).toEqual({
      strict,
      jsonLd,
    });
  });
});

type Line = [path: string, kind: 'achievement' | 'endorsement', strict: boolean, jsonLd: boolean];

function golden(): Line[] {
  if (!conformance.present) return [];
  const lines = conformance
    .text('GOLDEN-schemas.txt')
    .trim()
    .split('\n')
    .map((line) => line.split(' | '));
  return lines.flatMap(([folder = '', file = '', kind, strict = '', jsonLd = '']): Line[] => {
    const path = conformance.files(folders[folder]).find((candidate) => basename(candidate) === file);
    if (!path || !folders[folder]) return [];
    return [
      [path, kind?.endsWith('end') ? 'endorsement' : 'achievement', strict.endsWith('ok'), jsonLd.endsWith('ok')],
    ];
  });
}

describe('what we build', () => {
  it('is a strict credential', () => {
    expect(schemaProblems(sampleCredential(), 'strict')).toEqual([]);
  });

  it('is a strict profile', () => {
    expect(schemaProblems(profileDocument({ id: 'did:web:hub.example', name: 'Hub' }), 'strict', 'profile')).toEqual(
      [],
    );
  });
});

describe('a document that does not conform', () => {
  const without = (member: string): JsonObject => {
    const { [member]: _, ...rest } = sampleCredential();
    return rest;
  };

  it.each(['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject'])(
    'is told where without %s',
    (member) => {
      const problems = schemaProblems(without(member), 'strict');

      expect(problems.map(({ pointer }) => pointer)).toContain(`/${member}`);
      expect(schemaProblems(without(member), 'json-ld')).not.toEqual([]);
    },
  );

  it.each([
    ['a picture as text', { image: 'https://hub.example/i.png' }, '/image'],
    ['a date without a zone', { validFrom: '2026-01-05T10:00:00' }, '/validFrom'],
    ['a date that does not exist', { validFrom: '2026-13-45T10:00:00Z' }, '/validFrom'],
    ['two subjects', { credentialSubject: [{}, {}] }, '/credentialSubject'],
    ['the wrong type', { type: ['VerifiableCredential'] }, '/type'],
    ['one proof without an array', { proof: { type: 'DataIntegrityProof' } }, '/proof'],
    ['evidence without a type', { evidence: [{ id: 'https://hub.example/e' }] }, '/evidence/0/type'],
    ['a closed class with more in it', { image: { id: 'urn:i', type: 'Image', width: 4 } }, '/image/width'],
  ])('is told where with %s', (_, change, pointer) => {
    const problems = schemaProblems({ ...sampleCredential(), ...change }, 'strict');

    expect(problems.map((problem) => problem.pointer)).toContain(pointer);
  });

  it('is accepted as JSON-LD where only arrays are missing', () => {
    const compact = { ...sampleCredential(), proof: { type: 'DataIntegrityProof' }, evidence: { type: 'Evidence' } };

    expect(schemaProblems(compact, 'json-ld')).toEqual([]);
    expect(schemaProblems(compact, 'strict')).not.toEqual([]);
  });

  it.each([null, undefined, 7, 'text', []])('is no credential as %j', (document) => {
    expect(schemaProblems(document, 'json-ld')).toHaveLength(1);
  });

  it('is not looked into where it is deeper or larger than any', () => {
    let parentOrg: JsonObject = { id: 'urn:p', type: ['Profile'] };
    for (let level = 0; level < 50_000; level += 1) parentOrg = { id: 'urn:p', type: ['Profile'], parentOrg };
    const evidence = Array.from({ length: 60_000 }, () => ({}));

    for (const change of [{ issuer: parentOrg }, { evidence }]) {
      const problems = schemaProblems({ ...sampleCredential(), ...change }, 'json-ld');
      expect(problems.map(({ code, pointer }) => code + pointer)).toEqual(['schema.too-complex']);
    }
  });

  it('in thousands of places is told a hundred of them', () => {
    const evidence = Array.from({ length: 10_000 }, () => ({}));

    expect(schemaProblems({ ...sampleCredential(), evidence }, 'strict')).toHaveLength(100);
  });

  it('says in a sentence what is wrong, and what to do', () => {
    expect(schemaProblems(without('issuer'), 'strict')).toEqual([
      { code: 'schema.missing', pointer: '/issuer', sentence: 'issuer is missing.', remedy: 'Add issuer.' },
    ]);
    expect(schemaProblems({ ...sampleCredential(), type: ['VerifiableCredential'] }, 'strict')).toMatchObject([
      { code: 'schema.type-wrong', sentence: 'type does not name AchievementCredential or OpenBadgeCredential.' },
    ]);
  });
});
