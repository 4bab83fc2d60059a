import type { JsonObject } from '../model/json.ts';
import type { Use } from './active-context.ts';
import { lowerCaseLanguage } from './define-terms.ts';
import { uncovered } from './uncovered.ts';
import { enter, type Graph, type Walk } from './walk.ts';
import { escapedText } from './written-literal.ts';

/** A text in several languages (JSON-LD 1.1 §4.6.2). */
export function addLanguageMap(
  walk: Walk,
  subject: string | number,
  map: JsonObject,
  use: Use,
  graph: Graph,
  depth: number,
): void {
  const languages = Object.keys(map);
  enter(walk, languages.length, depth);
  walk.mayRepeat = true;
  for (const key of languages) {
    const language = key === '@none' ? '' : `@${lowerCaseLanguage(key)}`;
    if (use.scalars.terms.get(key)?.keyword) throw uncovered;
    const texts: unknown[] = Array.isArray(map[key]) ? map[key] : [map[key]];
    enter(walk, texts.length, depth + 1);
    for (const text of texts) {
      if (text === null) continue;
      if (typeof text !== 'string') throw uncovered;
      walk.terms.push(subject, use.term.written, `"${escapedText(text)}"${language}`, graph);
    }
  }
}
