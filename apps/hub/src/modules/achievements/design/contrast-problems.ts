import type { BadgeDesign } from './badge-design.ts';
import { contrastOf, nearestInk } from './inks.ts';
import { inksOf } from './inks-of.ts';

export interface ContrastProblem {
  /** Which of the two chosen inks is to be changed, and what cannot be read because of it. */
  ink: 'primary' | 'secondary';
  part: 'icon' | 'word' | 'ribbon';
  /** WCAG ratio found and wanted. */
  found: number;
  wanted: number;
  /** The nearest ink with which this part passes. */
  suggestion: string;
}

interface Rule {
  ink: ContrastProblem['ink'];
  part: ContrastProblem['part'];
  wanted: number;
  measure: (design: BadgeDesign) => number;
}

// WCAG 2.2 §1.4.11 for the icon, §1.4.3 for the word; a ribbon need only differ from the badge, its word is what is read.
const rules: Rule[] = [
  {
    ink: 'primary',
    part: 'icon',
    wanted: 3,
    measure: (design) => contrastOf(inksOf(design).icon.main, inksOf(design).icon.ground),
  },
  {
    ink: 'secondary',
    part: 'word',
    wanted: 4.5,
    measure: (design) => contrastOf(inksOf(design).word, design.secondary),
  },
  {
    ink: 'secondary',
    part: 'ribbon',
    wanted: 1.1,
    measure: (design) => (design.ribbon ? contrastOf(design.secondary, design.primary) : 21),
  },
];

const rounded = (ratio: number) => Math.floor(ratio * 100) / 100;

/** What in this design cannot be read by everybody, each with the nearest ink that mends it. */
export function contrastProblems(design: BadgeDesign): ContrastProblem[] {
  const asked = rules.filter((rule) => design.ribbon || rule.part === 'icon');
  return asked.flatMap(({ ink, part, wanted, measure }) => {
    const found = measure(design);
    if (found >= wanted) return [];
    // The suggestion must not mend one part and break another of the same ink.
    const ofInk = asked.filter((rule) => rule.ink === ink);
    const suggestion = nearestInk(design[ink], (candidate) =>
      ofInk.every((rule) => rule.measure({ ...design, [ink]: candidate }) >= rule.wanted),
    );
    return suggestion ? [{ ink, part, found: rounded(found), wanted, suggestion }] : [];
  });
}
