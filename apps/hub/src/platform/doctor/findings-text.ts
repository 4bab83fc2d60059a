import type { Finding } from './finding.ts';

const marks: Record<Finding['level'], string> = { ok: '  ok  ', warn: ' warn ', bad: ' BAD  ' };

/** One line for each finding, under it what to do, and the sum at the end. */
export function findingsText(findings: Finding[]): string {
  const width = Math.max(...findings.map(({ topic }) => topic.length));
  const lines = findings.flatMap(({ level, topic, sentence, remedy }) => {
    const line = `[${marks[level]}] ${topic.padEnd(width)}  ${sentence}`;
    return remedy ? [line, `${' '.repeat(width + 11)}→ ${remedy}`] : [line];
  });
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
  return [...lines, '', `${count('ok')} well, ${count('warn')} to look at, ${count('bad')} bad`, ''].join('\n');
}
