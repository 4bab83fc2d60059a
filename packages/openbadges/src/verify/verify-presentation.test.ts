import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../model/json.ts';
import { issueCredential, type Signed } from '../proof/issue-credential.ts';
import { signJose } from '../proof/sign-jose.ts';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { badgeBy, keyIssuer, now, signedBy, type TestIssuer, tools, webIssuer } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

describe('a presentation', () => {
  const presentation = (credentials: unknown[]) => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: credentials,
  });

  it('gives every credential its own report and is as good as the weakest', async () => {
    const issuer = keyIssuer();
    const good = await signedBy(issuer, badgeBy(issuer));
    const token = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: `data:application/vc+jwt,${await signVcJwt(badgeBy(issuer), { key: issuer.key, kid: issuer.method })}`,
    };

    const both = await verify(presentation([good, token]), environment());
    const broken = await verify(presentation([good, { ...good, name: 'Changed' }]), environment());

    expect([both.verdict, ...both.inner.map(({ report }) => report.verdict)]).toEqual(['valid', 'valid', 'valid']);
    expect([broken.verdict, ...broken.inner.map(({ report }) => report.verdict)]).toEqual([
      'invalid',
      'valid',
      'invalid',
    ]);
  });

  it('of more credentials than are looked at is not called valid', async () => {
    const issuer = keyIssuer();
    const good = await signedBy(issuer, badgeBy(issuer));

    const report = await verify(presentation(Array(70).fill(good)), environment());

    expect([report.verdict, codeOf(report, 'shape')]).toEqual(['could-not-check', 'unknown shape.too-many-inner']);
  });

  it('without credentials is no badge', async () => {
    expect((await verify(presentation([]), environment())).verdict).toBe('could-not-check');
  });
});

const challenge = 'cf1f5c12';
const domain = 'https://verifier.example';

/** A holder with a badge that is about them, presented for a verifier. */
async function presented(how: { holder?: TestIssuer; signer?: TestIssuer; subject?: string; as?: 'token' } = {}) {
  const issuer = keyIssuer();
  const holder = how.holder ?? keyIssuer();
  const badge = await signedBy(issuer, badgeBy(issuer, { subject: { id: how.subject ?? holder.id } }));
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: holder.id,
    verifiableCredential: [badge],
  };
  const { key, method } = how.signer ?? holder;
  if (how.as === 'token') return signJose(document, { key, kid: method, challenge, domain });
  return issueCredential(
    document,
    {
      key,
      verificationMethod: method,
      created: now,
      proofPurpose: 'authentication',
      suites: ['eddsa-rdfc-2022'],
      challenge,
      domain,
    },
    tools,
  );
}

const asked = { presentation: { challenge, domain } };

describe('a presentation that a verifier asked for', () => {
  it.each(['proof', 'token'] as const)('by its holder is valid, with a %s', async (as) => {
    const document = await presented(as === 'token' ? { as } : {});

    const report = await verify(document, environment({}, asked));

    expect(report.verdict).toBe('valid');
    expect(codeOf(report, 'recipient')).toBe('passed recipient.is-holder');
    expect(report.inner).toHaveLength(1);
  });

  it('may come in an envelope', async () => {
    const token = await presented({ as: 'token' });
    const types = ['application/vp+jwt', 'application/jwt'];

    const reports = await Promise.all(
      types.map((type) =>
        verify(
          {
            '@context': 'https://www.w3.org/ns/credentials/v2',
            type: 'EnvelopedVerifiablePresentation',
            id: `data:${type},${token}`,
          },
          environment({}, asked),
        ),
      ),
    );

    expect(reports.map(({ verdict }) => verdict)).toEqual(['valid', 'valid']);
  });

  it.each([
    ['another challenge', { challenge: 'other', domain }, 'failed proof.challenge-mismatch'],
    ['another place', { challenge, domain: 'https://other.example' }, 'failed proof.domain-mismatch'],
  ])('but was made for %s is invalid', async (_, presentation, code) => {
    for (const document of [await presented(), await presented({ as: 'token' })]) {
      const report = await verify(document, environment({}, { presentation }));

      expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', code]);
    }
  });

  it('but is not signed is invalid', async () => {
    const { proof: _, ...unsigned } = (await presented()) as Signed<JsonObject>;

    const report = await verify(unsigned, environment({}, asked));

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['invalid', 'failed proof.missing']);
  });

  it('but was signed by somebody else than the holder it names is not good', async () => {
    for (const as of [undefined, 'token'] as const) {
      const document = await presented({ signer: keyIssuer(), ...(as ? { as } : {}) });

      const report = await verify(document, environment({}, asked));

      expect([report.verdict, codeOf(report, 'proof')]).toEqual(['could-not-check', 'unknown proof.holder-unproven']);
    }
  });

  it('of a badge that belongs to another is invalid', async () => {
    const report = await verify(await presented({ subject: 'did:example:another' }), environment({}, asked));

    expect([report.verdict, codeOf(report, 'recipient')]).toEqual(['invalid', 'failed recipient.holder-differs']);
  });

  it('of a holder with a DID document asks for the key that authenticates', async () => {
    const holder = webIssuer('holder.example');
    const [url] = Object.keys(holder.pages) as [string];
    const { authentication: _, ...without } = holder.pages[url] as JsonObject;
    const document = await presented({ holder });

    const listed = await verify(document, environment(holder.pages, asked));
    const other = await verify(document, environment({ [url]: { ...without, authentication: [] } }, asked));

    expect([listed.verdict, other.verdict]).toEqual(['valid', 'could-not-check']);
  });

  it('that was changed shows nothing', async () => {
    const signed = (await presented()) as Signed<JsonObject>;

    const report = await verify({ ...signed, holder: 'did:example:another' }, environment({}, asked));

    expect([report.verdict, report.inner, report.badge]).toEqual(['invalid', [], undefined]);
  });
});

describe('a presentation that nobody asked for', () => {
  it('is as good as its badges, and says when the holder is another', async () => {
    const report = await verify(await presented({ subject: 'did:example:another' }), environment());

    expect(report.verdict).toBe('valid');
    expect(report.technical.notes).toMatchObject([{ code: 'recipient.holder-differs' }]);
  });

  it('is a warning when its holder is not proven', async () => {
    const report = await verify(await presented({ signer: keyIssuer() }), environment());

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['valid', 'warning proof.holder-unproven']);
  });
});
