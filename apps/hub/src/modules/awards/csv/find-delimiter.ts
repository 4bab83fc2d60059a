const candidates = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof candidates)[number];

/** The sign that parts the first lines into the most, and into equally many, cells. A comma when there is nothing to part. */
export function findDelimiter(start: string): Delimiter {
  const lines = linesOutsideQuotes(start).slice(0, 20);
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of candidates) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const [first = 0] = counts;
    const alike = counts.filter((count) => count === first).length / Math.max(1, counts.length);
    const score = first * alike;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** What stands in quotes is left out: a delimiter there parts nothing. */
function linesOutsideQuotes(text: string): string[] {
  return text
    .replace(/"(?:[^"]|"")*(?:"|$)/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');
}
