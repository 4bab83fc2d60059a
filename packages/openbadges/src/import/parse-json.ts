/** Deeper than any badge, shallow enough for every recursive reader after this one. */
export const maxDepth = 128;

export type ParsedJson = { ok: true; json: unknown } | { ok: false; code: 'import.too-deep' | 'import.broken-json' };

/** JSON.parse for text from outside: the depth is counted first, in one pass and without recursion. */
export function parseJson(text: string): ParsedJson {
  if (deepest(text) > maxDepth) return { ok: false, code: 'import.too-deep' };
  try {
    return { ok: true, json: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, code: 'import.broken-json' };
    throw error;
  }
}

function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) most = Math.max(most, ++depth);
    else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return most;
}
