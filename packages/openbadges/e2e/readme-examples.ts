import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './consumer.ts';

export interface ReadmeExample {
  /** The heading it stands under. */
  title: string;
  place: 'node' | 'browser';
  code: string;
  /** What it prints, by its comments `// → …`. */
  says: string[];
}

/** The examples of the package's README, in their order. */
export function readmeExamples(): ReadmeExample[] {
  const text = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  return text.split(/^## /m).flatMap((section) => {
    const title = section.split('\n')[0] ?? '';
    return [...section.matchAll(/^```ts( browser)?\n(.*?)^```/gms)].map(([, browser, code = '']) => ({
      title,
      place: browser ? ('browser' as const) : ('node' as const),
      code,
      says: [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, said = '']) => said),
    }));
  });
}
