// Hebrew, Arabic and their neighbours, without Arabic digits, which are written from left to right
const R = '[\\u0590-\\u065f\\u066a-\\u06ef\\u06fa-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]';
const L = '(?:(?!R)[\\p{L}\\p{N}])'.replace('R', R);
const pieces = new RegExp(`${R}+(?:(?:(?!${R}|${L}).)+${R}+)*|${L}(?:(?:(?!${R}).)*${L})?|(?:(?!${R}|${L}).)+`, 'gsu');
const rightToLeft = new RegExp(R, 'u');
const startsRightToLeft = new RegExp(`^(?:(?!${R}|\\p{L}).)*${R}`, 'su');

const mirrored: Record<string, string> = { '(': ')', ')': '(', '[': ']', ']': '[', '«': '»', '»': '«' };

/** Whether the text holds letters written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

function turned(signs: string): string {
  return [...signs]
    .reverse()
    .map((sign) => mirrored[sign] ?? sign)
    .join('');
}

/**
 * The runs of one line from left to right: UAX #9 for one level of nesting, which names and dates stay within.
 * A font lays each run by its own script; Arabic digits come one by one, because it would turn them round.
 */
export function visualRuns(text: string): string[] {
  if (!hasRightToLeft(text)) return [text];
  const runs = text.match(pieces) ?? [text];
  const isMirrored = startsRightToLeft.test(text);
  return (isMirrored ? runs.reverse() : runs).flatMap((run) => {
    if (/^[\u0660-\u0669\u06f0-\u06f9]/.test(run)) return [...run];
    const isNeutral = !/[\p{L}\p{N}]/u.test(run);
    return [isNeutral && isMirrored ? turned(run) : run];
  });
}
