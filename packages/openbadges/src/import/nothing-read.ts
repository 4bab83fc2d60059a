import { type ReadingProblem, readingRemedies, readingSentences } from './reading-sentences.ts';

/** A named reason why no badge was found, with a plain English sentence, and what to do where there is something. */
export interface NothingRead {
  ok: false;
  code: ReadingProblem;
  values: Record<string, string>;
  sentence: string;
  remedy?: string;
}

export function nothingRead(code: ReadingProblem, values: Record<string, string> = {}): NothingRead {
  const say = (sentence: string) => sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const remedy = readingRemedies[code];
  return {
    ok: false,
    code,
    values,
    sentence: say(readingSentences[code]),
    ...(remedy === undefined ? {} : { remedy: say(remedy) }),
  };
}
