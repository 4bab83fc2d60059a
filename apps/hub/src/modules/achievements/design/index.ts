export { altTextFor } from './alt-text.ts';
export { BadgeDesign, type Ground, grounds, longestRibbon, type Shape, shapes } from './badge-design.ts';
export { type ContrastProblem, contrastProblems } from './contrast-problems.ts';
export { designFromSeed } from './design-from-seed.ts';
export { type DrawBadge, drawBadge } from './draw-badge.ts';
export { type IconName, iconNames } from './icons.ts';
export { contrastOf } from './inks.ts';
export { fullPalettes, type Palette, palettes } from './palettes.ts';
export { type LaidLetter, type RibbonLetters, useRibbonLetters } from './ribbon-letters.ts';
