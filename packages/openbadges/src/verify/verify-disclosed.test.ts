import { describe, expect, it } from 'vitest';
import { deriveSdCredential } from '../proof/sd/derive-sd-credential.ts';
import { anotherValue, changedAt } from '../testing/changed-at.ts';
import { fullBadge } from '../testing/full-badge.ts';
import { pointersOf } from '../testing/pointers-of.ts';
import { sdIssuer, sdTools } from '../testing/sd-issuer.ts';
import { codeOf, environment } from '../testing/verifying.ts';
import { verify } from './verify.ts';

const { credentialStatus: _, ...badge } = fullBadge(sdIssuer.did);
const pointers = ['/issuer', '/validFrom', '/validUntil', '/credentialSubject/achievement'];
const base = sdIssuer.sign(badge, pointers);
const shown = async (...selectivePointers: string[]) => deriveSdCredential(await base, { selectivePointers }, sdTools);

describe('a badge of which a part is shown', () => {
  it('is valid, and shows that part alone', async () => {
    const report = await verify(await shown('/credentialSubject/result/0'), environment());

    expect([report.verdict, codeOf(report, 'proof')]).toEqual(['valid', 'passed proof.passed']);
    expect(report.badge).toMatchObject({ name: 'Facilitator', results: [{ value: 'A' }] });
    expect(report.badge?.evidence).toEqual([]);
  });

  it('can show whom it is about, and then be asked for that', async () => {
    const derived = await shown('/credentialSubject/identifier/0');

    const report = await verify(derived, environment({}, { recipient: ['ana@example.org'] }));

    expect([report.verdict, codeOf(report, 'recipient')]).toEqual(['valid', 'passed recipient.match']);
  });

  it('is not valid with any one of its fields changed', { timeout: 60_000 }, async () => {
    const derived = await shown('/credentialSubject/result');

    const stillValid: string[] = [];
    for (const pointer of pointersOf(derived)) {
      const report = await verify(changedAt(derived, pointer, anotherValue), environment());
      if (report.verdict === 'valid') stillValid.push(pointer);
    }

    expect(stillValid).toEqual([]);
  });

  it('is not checked as the copy that only the holder should have', async () => {
    const report = await verify(await base, environment());

    expect(report.verdict).not.toBe('valid');
    expect(codeOf(report, 'proof')).toContain('proof.base-not-derived');
  });
});
