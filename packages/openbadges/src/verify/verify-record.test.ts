import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { badgeBy, keyIssuer, signedBy, type TestIssuer } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import type { Check, Report } from './report.ts';
import { verify } from './verify.ts';

const learner = 'did:example:learner';

function recordOf(publisher: TestIssuer, credentials: unknown[], more: JsonObject = {}): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://w3id.org/security/suites/ed25519-2020/v1',
    ],
    id: 'https://school.example/records/1',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Record of learning',
    issuer: { id: publisher.id, type: ['Profile'], name: 'A school' },
    validFrom: '2026-02-01T00:00:00Z',
    credentialSubject: { id: learner, type: ['ClrSubject'], verifiableCredential: credentials, ...more },
  };
}

const badge = async (more = {}) => {
  const issuer = keyIssuer();
  return signedBy(issuer, badgeBy(issuer, more));
};
const notes = (report: Report) => ((report.technical.notes ?? []) as Check[]).map(({ code }) => code);

describe('a record of several credentials', () => {
  it('is valid, and so is each of them, by reports of their own', async () => {
    const publisher = keyIssuer();

    const report = await verify(
      await signedBy(publisher, recordOf(publisher, [await badge(), await badge()])),
      environment(),
    );

    expect(report.verdict).toBe('valid');
    expect(codeOf(report, 'shape')).toBe('passed shape.ok');
    expect(report.inner.map(({ role, report: { verdict } }) => [role, verdict])).toEqual([
      ['credential', 'valid'],
      ['credential', 'valid'],
    ]);
  });

  it('may be a token, with tokens inside', async () => {
    const [publisher, issuer] = [keyIssuer(), keyIssuer()];
    const inner = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${await signVcJwt(badgeBy(issuer), { key: issuer.key, kid: issuer.method })}`,
    };
    const token = await signVcJwt(recordOf(publisher, [inner]), { key: publisher.key, kid: publisher.method });

    const report = await verify(token, environment());

    expect([report.verdict, report.inner[0]?.report.verdict]).toEqual(['valid', 'valid']);
  });

  it('says how many of them are not valid', async () => {
    const publisher = keyIssuer();
    const late = await badge({ validUntil: new Date('2026-05-01T00:00:00Z') });

    const report = await verify(await signedBy(publisher, recordOf(publisher, [await badge(), late])), environment());

    expect(report.verdict).toBe('valid');
    expect(report.checks[0]).toMatchObject({
      outcome: 'warning',
      code: 'shape.inner-unconfirmed',
      values: { count: '2', confirmed: '1' },
    });
    expect(report.inner.map(({ report: { verdict } }) => verdict)).toEqual(['valid', 'expired']);
  });

  it('says when one of them is about somebody else', async () => {
    const publisher = keyIssuer();
    const another = await badge({ subject: { id: 'did:example:another' } });

    const report = await verify(await signedBy(publisher, recordOf(publisher, [another])), environment());

    expect(report.verdict).toBe('valid');
    expect(notes(report)).toContain('recipient.learner-differs');
  });

  it('is invalid when anything in it was changed, and nothing of it is shown', async () => {
    const publisher = keyIssuer();
    const signed = await signedBy(publisher, recordOf(publisher, [await badge()]));
    const text = JSON.stringify(signed).replace('Led a group.', 'Led the world.');

    const report = await verify(text, environment());

    expect([report.verdict, report.badge, report.inner]).toEqual(['invalid', undefined, []]);
  });

  it('within records within records is looked into only so far', async () => {
    const publisher = keyIssuer();
    let document: JsonObject = await badge();
    for (let level = 0; level < 6; level += 1) document = await signedBy(publisher, recordOf(publisher, [document]));

    const report = await verify(document, environment());

    const depth = (each: Report): number => 1 + Math.max(0, ...each.inner.map((inner) => depth(inner.report)));
    expect(depth(report)).toBeLessThanOrEqual(4);
  });

  it('of more credentials than are looked at is not called valid', async () => {
    const publisher = keyIssuer();
    const signed = await signedBy(publisher, recordOf(publisher, [await badge(), await badge(), await badge()]));

    const report = await verify(signed, environment({}, { limits: { inner: 2 } }));

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['could-not-check', 'unknown shape.too-many-inner']);
  });
});

describe('endorsements that are tokens', () => {
  it('are verified like the others', async () => {
    const [issuer, endorser] = [keyIssuer(), keyIssuer()];
    const document: JsonObject = badgeBy(issuer);
    const endorsement = {
      '@context': document['@context'],
      id: 'https://endorser.example/endorsements/1',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Endorsement',
      issuer: { id: endorser.id, type: ['Profile'], name: 'A trade body' },
      validFrom: '2026-01-01T00:00:00Z',
      credentialSubject: { id: document.id, type: ['EndorsementSubject'], endorsementComment: 'We accept this.' },
    };
    const endorsementJwt = await signVcJwt(endorsement, { key: endorser.key, kid: endorser.method });
    const [head, body] = endorsementJwt.split('.');
    const token = (jwt: string) =>
      signVcJwt({ ...document, endorsementJwt: [jwt] }, { key: issuer.key, kid: issuer.method });

    const good = await verify(await token(endorsementJwt), environment());
    const wrong = await verify(await token(`${head}.${body}.AAAA`), environment());

    expect([good.verdict, codeOf(good, 'endorsements')]).toEqual(['valid', 'passed endorsements.confirmed']);
    expect([wrong.verdict, codeOf(wrong, 'endorsements')]).toEqual(['valid', 'warning endorsements.some-unconfirmed']);
  });
});
