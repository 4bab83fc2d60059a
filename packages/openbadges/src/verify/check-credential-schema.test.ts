import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { badgeBy, keyIssuer, signedBy } from '../testing/issuers.ts';
import { type StubPage, timeout } from '../testing/stub-fetch.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

const official = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';
const own = 'https://issuer.example/schema.json';

async function naming(id: string, pages: Record<string, StubPage> = {}, change: JsonObject = {}) {
  const issuer = keyIssuer();
  const document = badgeBy(issuer);
  const named = {
    ...document,
    '@context': [...(document['@context'] as unknown[]), 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
    credentialSchema: [{ id, type: '1EdTechJsonSchemaValidator2019' }],
    ...change,
  };
  return verify(await signedBy(issuer, named), environment(pages));
}

describe('a badge that names a schema', () => {
  it('of 1EdTech is checked against it without asking anybody', async () => {
    const report = await naming(official);

    expect([report.verdict, codeOf(report, 'shape'), report.requests]).toEqual(['valid', 'passed shape.ok', []]);
  });

  it('of its issuer is checked against that', async () => {
    const wanting = (required: string[]) => naming(own, { [own]: { type: 'object', required } });

    const [good, wrong] = [await wanting(['id']), await wanting(['grade'])];

    expect([good.verdict, codeOf(good, 'shape')]).toEqual(['valid', 'passed shape.ok']);
    expect([wrong.verdict, codeOf(wrong, 'shape')]).toEqual(['invalid', 'failed shape.schema-differs']);
    expect(good.requests).toMatchObject([{ url: own, purpose: 'schema' }]);
  });

  it('that it does not conform to is invalid', async () => {
    const report = await naming(
      official,
      {},
      { validUntil: '2030-01-01T00:00:00Z', termsOfUse: [{ id: 'https://issuer.example/terms' }] },
    );

    expect(report.checks[0]).toMatchObject({
      outcome: 'failed',
      code: 'shape.schema-differs',
      values: { url: official },
    });
    expect(report.verdict).toBe('invalid');
  });

  it.each<[string, string, Record<string, StubPage>]>([
    ['late', own, { [own]: timeout }],
    ['no schema', own, { [own]: '<html></html>' }],
    ['not at a secure address', 'http://issuer.example/schema.json', { 'http://issuer.example/schema.json': {} }],
  ])('that is %s gets a warning', async (_, id, pages) => {
    const report = await naming(id, pages);

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['valid', 'warning shape.schema-unknown']);
  });

  it('is not asked for it after it was changed', async () => {
    const issuer = keyIssuer();
    const credentialSchema = { id: own, type: '1EdTechJsonSchemaValidator2019' };
    const signed = await signedBy(issuer, badgeBy(issuer));

    const report = await verify({ ...signed, credentialSchema }, environment({ [own]: {} }));

    expect([report.verdict, report.requests]).toEqual(['invalid', []]);
  });
});
