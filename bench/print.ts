import type { Row } from './measure.ts';

const columns = ['work', 'ours /s', 'peer /s', 'ratio', 'limit /s', 'of limit', 'peer'];

export function printTable(rows: Row[]): void {
  const lines = [columns, ...rows.map(cells)];
  const widths = columns.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, i) => (i === 0 || i === 6 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    );
  }
}

function cells({ name, ours, peer, ratio, limit, shareOfLimit, peerName }: Row): string[] {
  return [
    name,
    rate(ours),
    rate(peer),
    ratio === undefined ? '' : `${ratio.toFixed(ratio < 10 ? 2 : 1)} ×`,
    rate(limit),
    shareOfLimit === undefined ? '' : `${(shareOfLimit * 100).toFixed(1)} %`,
    peerName ?? '',
  ];
}

function rate(perSecond: number | undefined): string {
  if (perSecond === undefined) return '';
  return perSecond >= 100 ? Math.round(perSecond).toLocaleString('en') : perSecond.toFixed(1);
}
