import { Said, type Tone } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { Standing } from '../shelf-model.ts';

const tones: Record<Standing, Tone> = {
  good: 'none',
  suspended: 'warn',
  revoked: 'no',
  expired: 'warn',
  invalid: 'no',
  unchecked: 'unknown',
};

/** How a badge stands, in a word. Green only when it was really checked. */
export function StandingSaid({ p, standing, checked }: { p: Page; standing: Standing; checked: boolean }) {
  const isProven = standing === 'good' && checked;
  return (
    <Said tone={isProven ? 'yes' : tones[standing]}>
      {p.t(isProven ? 'backpack.standing.valid' : `backpack.standing.${standing}`)}
    </Said>
  );
}
