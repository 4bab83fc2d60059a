import { describe, expect, it } from 'vitest';
import { conformance } from '../../testing/conformance.ts';
import type { JsonObject } from '../json.ts';
import { type SchemaKind, schemaProblems } from './schema-problems.ts';

const v2 = 'https://www.w3.org/ns/credentials/v2';
const ob = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
const clr = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

const credential = {
  '@context': [v2],
  type: ['VerifiableCredential'],
  issuer: 'urn:a',
  credentialSubject: { id: 'urn:s' },
};
const endorsement = {
  '@context': [v2, ob],
  id: 'urn:e',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Known',
  issuer: 'did:web:a.example',
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:x', type: ['EndorsementSubject'] },
};
const record = {
  ...endorsement,
  '@context': [v2, clr, ob],
  type: ['VerifiableCredential', 'ClrCredential'],
  credentialSubject: { id: 'urn:s', type: ['ClrSubject'], verifiableCredential: [credential] },
};
const achievement = { id: 'urn:a', type: ['Achievement'], name: 'A', description: 'B', criteria: { narrative: 'C' } };
const presentation = { '@context': [v2], type: ['VerifiablePresentation'] };
const profile = { id: 'urn:p', type: ['Profile'] };

const cases: [kind: SchemaKind, smallest: JsonObject, needed: string[]][] = [
  ['credential', credential, ['@context', 'type', 'issuer', 'credentialSubject']],
  ['endorsement', endorsement, ['@context', 'id', 'type', 'name', 'issuer', 'validFrom', 'credentialSubject']],
  ['clr', record, ['@context', 'id', 'type', 'name', 'issuer', 'validFrom', 'credentialSubject']],
  ['achievement-document', achievement, ['id', 'type', 'name', 'description', 'criteria']],
  ['presentation', presentation, ['@context', 'type']],
  ['profile', profile, ['id', 'type']],
];

describe('the smallest document', () => {
  it.each(cases)('%s conforms, and without each needed member does not', (kind, smallest, needed) => {
    expect(schemaProblems(smallest, 'strict', kind)).toEqual([]);
    expect(schemaProblems(smallest, 'json-ld', kind)).toEqual([]);

    for (const member of needed) {
      const { [member]: _, ...rest } = smallest;
      const problems = schemaProblems(rest, 'strict', kind);
      expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([`schema.missing /${member}`]);
      expect(schemaProblems({ ...smallest, [member]: 4 }, 'json-ld', kind)).not.toEqual([]);
    }
  });

  it.each<[string, SchemaKind, JsonObject, string]>([
    ['a record in no record', 'clr', { type: ['VerifiableCredential'] }, 'schema.type-wrong /type'],
    [
      'a record of nothing',
      'clr',
      { credentialSubject: { type: ['ClrSubject'] } },
      'schema.missing /credentialSubject/verifiableCredential',
    ],
    [
      'a record of odd relations',
      'clr',
      {
        credentialSubject: {
          ...record.credentialSubject,
          association: [{ type: 'Association', associationType: 'near', sourceId: 'urn:a', targetId: 'urn:b' }],
        },
      },
      'schema.not-in-vocabulary /credentialSubject/association/0/associationType',
    ],
    ['a record that may be whole', 'clr', { partial: 'maybe' }, 'schema.wrong-type /partial'],
  ])('is not %s', (_, kind, change, expected) => {
    const problems = schemaProblems({ ...record, ...change }, 'strict', kind);

    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toContain(expected);
  });

  it('of a presentation may hold credentials and envelopes', () => {
    const enveloped = {
      '@context': v2,
      type: 'EnvelopedVerifiableCredential',
      id: 'data:application/vc+jwt,eyJ.e30.AA',
    };

    expect(
      schemaProblems({ ...presentation, verifiableCredential: [credential, enveloped] }, 'strict', 'presentation'),
    ).toEqual([]);
    expect(schemaProblems({ ...presentation, verifiableCredential: ['eyJ'] }, 'strict', 'presentation')).not.toEqual(
      [],
    );
  });
});

describe.skipIf(!conformance.present)('the published records', () => {
  it.each(['simple', 'complex', 'simple_v1'])('%s conforms', (name) => {
    expect(schemaProblems(conformance.json(`clr2/samples/${name}.json`), 'json-ld', 'clr')).toEqual([]);
  });
});
