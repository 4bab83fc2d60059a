import { readFileSync } from 'node:fs';
import type { z } from 'zod';

/** One variable of the environment. */
export interface Setting<T = unknown> {
  name: string;
  /** Reads the text of the variable; its messages say what is wrong without repeating the value. */
  schema: z.ZodType<T, string>;
  /** The text that stands for a variable that is not set. */
  fallback?: string;
  /** May also be read from the file that NAME_FILE names; never shown. */
  secret?: boolean;
  /** The command-line option that wins over it. */
  flag?: string;
  about: string;
  example: string;
}

export interface Mistake {
  name: string;
  wrong: string;
  example?: string;
}

export type Settings = Record<string, Setting>;
type ValueOf<S> = S extends { schema: z.ZodType<infer T, string> } ? T : never;
/** A setting without a fallback may be missing. */
export type Values<S extends Settings> = {
  [K in keyof S]: S[K] extends { fallback: string } ? ValueOf<S[K]> : ValueOf<S[K]> | undefined;
};

type Texts = Record<string, string | undefined>;

/** Reads all settings and finds all mistakes; `values` is only whole when there is no mistake. */
export function readSettings<S extends Settings>(
  settings: S,
  env: Texts,
  flags: Texts,
): { values: Values<S>; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const values = Object.entries(settings).map(([key, setting]) => {
    const found = findText(setting, env, flags);
    if ('wrong' in found) {
      mistakes.push(found);
      return [key, undefined];
    }
    const text = found.text || setting.fallback;
    if (text === undefined) return [key, undefined];
    const read = setting.schema.safeParse(text);
    if (!read.success) {
      const wrong = read.error.issues.map(({ message }) => message).join('; ');
      mistakes.push({ name: found.source, wrong, example: setting.example });
    }
    return [key, read.data];
  });
  mistakes.push(...unknownNames(Object.values(settings), env));
  return { values: Object.fromEntries(values) as Values<S>, mistakes };
}

type Found = { source: string; text: string | undefined } | Mistake;

function findText({ name, flag, secret }: Setting, env: Texts, flags: Texts): Found {
  if (flag && flags[flag] !== undefined) return { source: `--${flag}`, text: flags[flag] };
  const file = env[`${name}_FILE`];
  if (!secret || !file) return { source: name, text: env[name]?.trim() };
  if (env[name]) return { name, wrong: `is set twice, by ${name} and by ${name}_FILE` };
  try {
    return { source: `${name}_FILE`, text: readFileSync(file, 'utf8').trim() };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { name: `${name}_FILE`, wrong: `the file cannot be read (${error.code})` };
  }
}

function unknownNames(settings: Setting[], env: Texts): Mistake[] {
  const known = settings.flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name]));
  return Object.keys(env)
    .filter((name) => name.startsWith('BA_') && !known.includes(name))
    .map((name) => ({ name, wrong: `is not a setting${didYouMean(name, known)}` }));
}

/** " (did you mean …?)" when one of the known names is near, else nothing. */
export function didYouMean(name: string, known: string[]): string {
  const [nearest] = known.map((other) => ({ other, steps: distance(name, other) })).sort((a, b) => a.steps - b.steps);
  return nearest && nearest.steps <= Math.max(2, name.length / 4) ? ` (did you mean ${nearest.other}?)` : '';
}

// Levenshtein, one row at a time
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      next.push(Math.min((row[j] ?? 0) + (letter === other ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** All mistakes in one readable block. */
export function describeMistakes(mistakes: Mistake[]): string {
  const lines = mistakes.map(
    ({ name, wrong, example }) => `  ${name} ${wrong}${example ? `; for example ${example}` : ''}.`,
  );
  return [`${mistakes.length === 1 ? 'A setting is' : `${mistakes.length} settings are`} wrong:`, ...lines].join('\n');
}
