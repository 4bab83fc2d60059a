import { parseJson } from '../src/import/parse-json.ts';
import { refused } from './command-error.ts';
import { printable } from './printable.ts';

/** JSON from a file. Throws a `CommandError` that says where it is broken. */
export function parseJsonSource(text: string, name: string): unknown {
  const parsed = parseJson(text);
  if (parsed.ok) return parsed.json;
  if (parsed.code === 'import.too-deep') throw refused(`${printable(name)} is nested deeper than any badge.`);
  throw refused(
    `${printable(name)} is not JSON${whereBroken(text)}.`,
    'Look for a comma, quote or brace too many or too few.',
  );
}

function whereBroken(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const at = Number(/position (\d+)/.exec(error.message)?.[1]);
    if (!Number.isInteger(at)) return '';
    const before = text.slice(0, at).split('\n');
    return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
  }
}
