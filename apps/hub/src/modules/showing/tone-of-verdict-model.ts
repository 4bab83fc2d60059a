import type { Verdict } from 'openbadges';

/** Icon and colour of a verdict, which stands beside its word. */
export const toneOfVerdict: Record<Verdict, 'yes' | 'warn' | 'no' | 'unknown'> = {
  valid: 'yes',
  invalid: 'no',
  revoked: 'no',
  suspended: 'warn',
  expired: 'warn',
  'not-yet-valid': 'warn',
  'could-not-check': 'unknown',
};
