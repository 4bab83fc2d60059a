import { classes } from './classes.ts';

const perLine = 5;

/** Support as it is counted by hand: four strokes and one across, five groups to a line, two lines at most. */
export function Tally({ count }: { count: number }) {
  const shown = Math.min(count, perLine * 10);
  const lines = Math.ceil(shown / (perLine * 5));
  const groups = Math.min(perLine, Math.ceil(shown / 5));
  return (
    <svg
      class={classes('tally', lines > 1 && 'tally--two')}
      viewBox={`0 0 ${Math.max(groups, 1) * 26} ${lines > 1 ? 36 : 17}`}
      aria-hidden="true"
    >
      <path d={tallyPath(shown)} />
    </svg>
  );
}

export function tallyPath(count: number): string {
  return Array.from({ length: count }, (_, index) => stroke(index)).join('');
}

function stroke(index: number): string {
  const group = Math.floor(index / 5);
  const [x, y] = [(group % perLine) * 26, Math.floor(group / perLine) * 19];
  const place = index % 5;
  if (place === 4) return `M${x} ${y + 11.5}L${x + 19} ${y + 4.5}`;
  return `M${(x + 2 + place * 4.6).toFixed(1)} ${(y + 1 + (place % 2) * 0.6).toFixed(1)}l${(group + place) % 2 ? 0.4 : -0.3} 14`;
}
