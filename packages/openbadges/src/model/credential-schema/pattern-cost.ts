/** No pattern of a real schema is longer. */
const longest = 1000;
/** Nor does one repeat a thing more often. */
const mostTimes = 1000;

/**
 * The most steps that matching a text of this length may take, as far as the pattern shows; Infinity where a repetition
 * holds another one, an alternative, or a look around, which a backtracking matcher may try in endlessly many ways.
 */
export function patternCost(pattern: string, length: number): number {
  if (pattern.length > longest || /\\[1-9k]|\(\?(?!:)/.test(pattern)) return Number.POSITIVE_INFINITY;
  const ways = waysThrough(pattern, length);
  // Where it does not begin at the beginning, every place is tried.
  return pattern.startsWith('^') && !pattern.includes('|') ? ways : ways * (length + 1);
}

interface Group {
  /** Whether it can match in more than one way. */
  varies: boolean;
  alternatives: number;
}

/** In how many ways a matcher may go through the pattern; Infinity when something that varies is itself repeated. */
function waysThrough(pattern: string, length: number): number {
  const groups: Group[] = [{ varies: false, alternatives: 1 }];
  let ways = 1;
  /** Whether what stands before a quantifier varies in itself. */
  let varies = false;
  for (const [token] of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?:|[()|]|[*+?]|\{\d+(?:,\d*)?\}|[\s\S]/gu)) {
    const group = groups.at(-1) as Group;
    if (token === '(' || token === '(?:') groups.push({ varies: false, alternatives: 1 });
    else if (token === ')' && groups.length > 1) {
      groups.pop();
      varies = group.varies;
      ways *= group.alternatives;
      (groups.at(-1) as Group).varies ||= varies;
    } else if (token === '|') {
      group.alternatives += 1;
      group.varies = true;
    } else if (isQuantifier(token)) {
      if ((varies && token !== '?') || timesOf(token) > mostTimes) return Number.POSITIVE_INFINITY;
      const isFixed = /^\{\d+\}$/.test(token);
      ways *= token === '?' ? 2 : isFixed ? 1 : length + 1;
      group.varies ||= !isFixed;
      varies = false;
    } else varies = false;
  }
  return ways * (groups[0] as Group).alternatives;
}

function isQuantifier(token: string): boolean {
  return /^[*+?]$|^\{\d+(?:,\d*)?\}$/.test(token);
}

function timesOf(token: string): number {
  return Math.max(0, ...[...token.matchAll(/\d+/g)].map(([times]) => Number(times)));
}
