import type { Verdict } from 'openbadges';
import type { Holding } from '../backpack/index.ts';

/** How a badge from elsewhere is put before readers. */
export type Trustworthiness = 'good' | 'not-good' | 'unchecked' | 'changed';

/** A badge that fails is not shown as fact; one that could not be checked is shown as a claim. */
export function trustworthinessOf(verdict: Verdict | undefined): Trustworthiness {
  if (verdict === undefined || verdict === 'could-not-check') return 'unchecked';
  if (verdict === 'invalid') return 'changed';
  return verdict === 'valid' ? 'good' : 'not-good';
}

/** The addresses of a badge from elsewhere; they go on opening what opened it. */
export function holdingAddress({ holding, sharedBy }: { holding: Holding; sharedBy?: string }, part = ''): string {
  const key = sharedBy ?? (holding.visibility === 'link' ? holding.linkToken : undefined);
  return `/holdings/${holding.id}${part}${key ? `?key=${key}` : ''}`;
}
