import { Validator } from '@cfworker/json-schema';
import { describe, expect, it } from 'vitest';
import { conformance } from '../../testing/conformance.ts';
import { sampleCredential } from '../../testing/sample-credential.ts';
import type { JsonObject } from '../json.ts';
import { type JsonSchemaOptions, jsonSchemas } from './json-schemas.ts';
import { schemaProblems } from './schema-problems.ts';

const everything: JsonSchemaOptions[] = [
  { version: '0.5' },
  { version: '1.0' },
  { version: '1.1' },
  { version: '2.0' },
  { dialect: 'strict', envelope: 'vc-2.0' },
  { dialect: 'strict', envelope: 'vc-1.1' },
  { dialect: 'json-ld', envelope: 'vc-2.0' },
  { dialect: 'json-ld', envelope: 'vc-1.1' },
];

const accepts = (schema: JsonObject | undefined, document: unknown) =>
  new Validator(schema as object, '2020-12').validate(document).valid;

describe('the JSON Schemas', () => {
  it.each(everything)('of %j stand each on its own and have ids of their own', (options) => {
    const schemas = jsonSchemas(options);
    const ids = Object.values(schemas).map(({ $id }) => $id);

    expect(new Set(ids).size).toBe(ids.length);
    for (const schema of Object.values(schemas)) {
      const text = JSON.stringify(schema);
      const named = [...text.matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)].map(([, name]) => name);
      expect(Object.keys(schema.$defs as object)).toEqual(expect.arrayContaining(named));
      expect(text).not.toMatch(/__schema|"\$ref":"(?!#)/);
    }
  });

  it('are called the same whenever they are made, under the address of whoever publishes them', () => {
    expect(jsonSchemas().AchievementCredential?.$id).toBe(
      'urn:openbadges:schema:3.0/strict/vc-2.0/AchievementCredential',
    );
    expect(jsonSchemas({ version: '2.0', base: 'https://hub.example/s/' }).Assertion?.$id).toBe(
      'https://hub.example/s/2.0/Assertion',
    );
    expect(jsonSchemas()).toEqual(jsonSchemas());
  });

  it('of a credential accept what we issue, and nothing with a member missing', () => {
    const schema = jsonSchemas().AchievementCredential;
    const credential = sampleCredential();

    expect(accepts(schema, credential)).toBe(true);
    for (const member of ['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject']) {
      const { [member]: _, ...rest } = credential;
      expect(accepts(schema, rest)).toBe(false);
    }
    expect(accepts(schema, { ...credential, type: ['VerifiableCredential'] })).toBe(false);
    expect(accepts(schema, { ...credential, image: { id: 'urn:i', type: 'Image', width: 4 } })).toBe(false);
  });
});

describe.skipIf(!conformance.present)('the JSON Schemas and the schemas of this package agree', () => {
  const samples = [...conformance.files('ob3/spec-examples'), ...conformance.files('ob3/validator-samples')]
    .filter((path) => path.endsWith('.json'))
    .map((path) => [path]);

  it.each(samples)('about %s', (path) => {
    const document = conformance.json(path);
    const envelope = JSON.stringify(document['@context'] ?? []).includes('2018/credentials/v1') ? 'vc-1.1' : 'vc-2.0';

    for (const dialect of ['strict', 'json-ld'] as const) {
      const schema = jsonSchemas({ dialect, envelope }).AchievementCredential;
      expect(accepts(schema, document)).toBe(schemaProblems(document, dialect).length === 0);
    }
  });

  it.each([
    ['0.5', '0_5_assertion', 'Assertion'],
    ['1.0', '1_0_basic_assertion', 'Assertion'],
    ['1.1', '1_1_basic_badgeclass', 'BadgeClass'],
    ['2.0', '2_0_basic_assertion', 'Assertion'],
    ['2.0', '2_0_basic_issuer', 'Issuer'],
  ] as const)('about the %s sample %s', (version, file, name) => {
    const document = conformance.json(`ob2/versions/${file}.json`);
    const schema = jsonSchemas({ version })[name];

    expect(accepts(schema, document)).toBe(true);
    expect(accepts(schema, { ...document, recipient: 4, name: 4 })).toBe(false);
  });
});
