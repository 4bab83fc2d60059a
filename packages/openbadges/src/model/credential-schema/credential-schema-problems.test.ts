import { describe, expect, it } from 'vitest';
import { conformance } from '../../testing/conformance.ts';
import { sampleCredential } from '../../testing/sample-credential.ts';
import type { JsonObject } from '../json.ts';
import { credentialSchemaProblems } from './credential-schema-problems.ts';

const strict = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const any = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json-ld/ob_v3p0_anyachievementcredential_schema.json';
const own = 'https://issuer.example/schema.json';

const naming = (id: string, type = '1EdTechJsonSchemaValidator2019', change: JsonObject = {}): JsonObject => ({
  ...sampleCredential(),
  ...change,
  credentialSchema: [{ id, type }],
});

const outcome = async (document: JsonObject, schema?: unknown) => {
  const text = typeof schema === 'string' ? schema : JSON.stringify(schema);
  const results = await credentialSchemaProblems(document, async () => text);
  return results.map(({ outcome, code }) => `${outcome} ${code.replace('credential-schema.', '')}`).join();
};

describe('a credential that names an official schema', () => {
  const never = () => Promise.reject(new Error('asked for'));

  it('is checked against that of this package, and nothing is loaded', async () => {
    expect(await credentialSchemaProblems(naming(strict), never)).toEqual([
      {
        outcome: 'passed',
        code: 'credential-schema.passed',
        sentence: `The document conforms to the schema ${strict}.`,
        pointer: '/credentialSchema/0',
        url: strict,
        problems: [],
      },
    ]);
  });

  it('fails where a member is missing, and is told which', async () => {
    const [result] = await credentialSchemaProblems(naming(strict, undefined, { id: undefined }), never);

    expect(result).toMatchObject({ outcome: 'failed', problems: [{ code: 'schema.missing', pointer: '/id' }] });
  });

  it('passes with a word where only lists are missing', async () => {
    const compact = naming(strict, undefined, { proof: { type: 'DataIntegrityProof' } });

    const [result] = await credentialSchemaProblems(compact, never);

    expect(result).toMatchObject({ outcome: 'passed', code: 'credential-schema.passed-loosely' });
    expect(result?.problems).toMatchObject([{ pointer: '/proof' }]);
  });

  it('of version 1.1 needs the schema for any version', async () => {
    const older = { '@context': ['https://www.w3.org/2018/credentials/v1'] };

    expect(await outcome(naming(strict, undefined, older))).toBe('failed other-version');
    expect(await outcome(naming(any, undefined, older))).toBe('failed failed');
  });
});

describe('a credential that names a schema of somebody else', () => {
  const named = naming(own, 'JsonSchema');

  it.each<[string, unknown, string]>([
    ['that it conforms to', { type: 'object', required: ['id'] }, 'passed passed'],
    ['that allows everything', {}, 'passed passed'],
    [
      'with inner references',
      { $defs: { s: { type: 'string' } }, properties: { id: { $ref: '#/$defs/s' } } },
      'passed passed',
    ],
    [
      'with an id of its own',
      { $id: own, properties: { id: { $ref: '#/$defs/s' } }, $defs: { s: true } },
      'passed passed',
    ],
    ['with a harmless pattern', { properties: { id: { pattern: '^https://[a-z.]+/' } } }, 'passed passed'],
    ['that asks for more', { required: ['grade'] }, 'failed failed'],
    ['that wants another type', { properties: { name: { type: 'number' } } }, 'failed failed'],
    ['that is no JSON', '{', 'unknown not-a-schema'],
    ['that is a list', [], 'unknown not-a-schema'],
    ['that is broken', { required: 4 }, 'unknown not-a-schema'],
    ['with a broken pattern', { properties: { id: { pattern: '(' } } }, 'unknown not-a-schema'],
    ['that refers elsewhere', { $ref: 'https://other.example/s.json' }, 'unknown refers-outside'],
    ['that refers to a file', { properties: { id: { $ref: 'other.json#/a' } } }, 'unknown refers-outside'],
    ['that refers to nothing', { $ref: '#/$defs/none' }, 'unknown not-a-schema'],
    [
      'that calls a part of it otherwise',
      { $defs: { a: { $id: 'https://other.example/' } } },
      'unknown refers-outside',
    ],
    [
      'with a pattern that never ends',
      { properties: { id: { pattern: '^(([a-z:/.])+)+$' } } },
      'unknown dangerous-pattern',
    ],
    ['with such a pattern for names', { patternProperties: { '(a|a)*$': true } }, 'unknown dangerous-pattern'],
    ['that is larger than any', ' '.repeat(300_000), 'unknown too-large'],
    ['that refers to itself', { $ref: '#' }, 'unknown too-complex'],
    ['that doubles its work without end', doubling(40), 'unknown too-complex'],
    ['that is deeper than any', deep(100), 'unknown too-complex'],
    ['with a member called __proto__', '{"__proto__":{"required":["grade"]}}', 'passed passed'],
  ])('%s', async (_, schema, expected) => {
    expect(await outcome(named, schema)).toBe(expected);
  });

  it('is told where it does not conform', async () => {
    const schema = { properties: { issuer: { properties: { name: { const: 'Somebody' } } } } };

    const [result] = await credentialSchemaProblems(named, async () => JSON.stringify(schema));

    expect(result?.problems).toMatchObject([{ pointer: '/issuer/name' }]);
  });

  it('is not judged where the schema cannot be had', async () => {
    expect(await outcome(named)).toBe('unknown not-loaded');
    expect(await credentialSchemaProblems(named)).toMatchObject([{ code: 'credential-schema.not-loaded' }]);
  });

  it('in another way than JSON Schema is not judged', async () => {
    expect(await outcome(naming(own, 'JsonSchemaCredential'), {})).toBe('unknown unknown-type');
    expect(await outcome({ credentialSchema: 'https://a.example/' }, {})).toBe('unknown unknown-type');
    expect(await outcome({ credentialSchema: { type: 'JsonSchema' } }, {})).toBe('unknown unknown-type');
  });

  it('and another, is checked against both, and against no more than eight', async () => {
    const entry = { id: own, type: ['JsonSchema'] };

    expect(await outcome({ credentialSchema: [entry, { id: strict, type: 'JsonSchema' }] }, {})).toBe(
      'passed passed,failed failed',
    );
    expect(await outcome({ credentialSchema: Array(9).fill(entry) }, {})).toMatch(
      /^(passed passed,){8}unknown too-many$/,
    );
    expect(await credentialSchemaProblems(sampleCredential())).toEqual([]);
  });

  it('with endless lists is not compared item by item', async () => {
    const document = { ...named, tag: Array.from({ length: 2000 }, (_, i) => i) };

    expect(await outcome(document, { properties: { tag: { uniqueItems: true } } })).toBe('unknown too-complex');
  });
});

/** Each level asks the next one twice. */
function doubling(levels: number) {
  const step = (level: number) => ({ allOf: [{ $ref: `#/$defs/d${level + 1}` }, { $ref: `#/$defs/d${level + 1}` }] });
  const steps = Array.from({ length: levels }, (_, level): [string, unknown] => [`d${level}`, step(level)]);
  return { $ref: '#/$defs/d0', $defs: { ...Object.fromEntries(steps), [`d${levels}`]: true } };
}

function deep(levels: number): unknown {
  return levels === 0 ? true : { not: deep(levels - 1) };
}

describe.skipIf(!conformance.present)('the official schema files', () => {
  it.each(conformance.files('ob3/schema-official').map((path) => [path]))(
    'of %s run within the limits',
    async (path) => {
      expect(await outcome(naming(own), conformance.text(path))).toMatch(/^(passed passed|failed failed)$/);
    },
  );
});
