import { afterEach, expect, it, vi } from 'vitest';
import { signVcJwt } from '../proof/sign-vc-jwt.ts';
import { verifyProofs } from '../proof/verify-proofs.ts';
import { webTools } from '../proof/web-tools.ts';
import { badgeBy, keyIssuer, signedBy } from '../testing/issuers.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from '../verify/verify.ts';

const issuer = keyIssuer();

afterEach(() => {
  vi.restoreAllMocks();
});

function browserWithoutEd25519(): void {
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('Unrecognized name', 'NotSupportedError'));
}

it('verifies with the cryptography of a browser', async () => {
  const report = await verify(await signedBy(issuer, badgeBy(issuer)), environment({}, { tools: webTools() }));

  expect([report.verdict, codeOf(report, 'proof')]).toEqual(['valid', 'passed proof.passed']);
});

it('says that a proof could not be checked where the browser lacks its algorithm', async () => {
  const credential = await signedBy(issuer, badgeBy(issuer));
  browserWithoutEd25519();

  const report = await verify(credential, environment({}, { tools: webTools() }));
  const { outcome, proofs } = await verifyProofs(credential, {}, webTools());

  expect([report.verdict, codeOf(report, 'proof')]).toEqual(['could-not-check', 'unknown proof.unsupported']);
  expect([outcome, proofs[0]?.code]).toEqual(['unknown', 'proof.suite-unsupported']);
});

it('says so of a token too', async () => {
  const token = await signVcJwt(badgeBy(issuer), { key: issuer.key, kid: issuer.method });
  browserWithoutEd25519();

  const report = await verify(token, environment({}, { tools: webTools() }));

  expect([report.verdict, codeOf(report, 'proof')]).toEqual(['could-not-check', 'unknown proof.algorithm-unsupported']);
});

it('throws for a bug of its own', async () => {
  const credential = await signedBy(issuer, badgeBy(issuer));
  vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new TypeError('a bug'));

  await expect(verifyProofs(credential, {}, webTools())).rejects.toThrow('a bug');
});
