import type { BadgeDesign } from './badge-design.ts';
import type { Inks } from './drawn-icons.ts';
import { contrastOf, cream, readableOn } from './inks.ts';

export interface BadgeInks {
  icon: Inks;
  /** The inset line, and on a cream ground the ground. */
  line: string;
  word: string;
}

/** Below this an accent cannot be told from what it lies on, and the icon is drawn in one ink. */
const barelySeen = 1.35;

/** Which ink goes where: cream or navy come in where the two chosen inks would not be seen. */
export function inksOf({ ground, primary, secondary }: BadgeDesign): BadgeInks {
  const under = ground === 'cream' ? cream : primary;
  const main = ground === 'cream' ? primary : readableOn(primary);
  const accent = contrastOf(secondary, under) < barelySeen ? main : secondary;
  return {
    icon: { main, accent, ground: under },
    line: ground === 'cream' ? cream : readableOn(primary),
    word: readableOn(secondary),
  };
}
