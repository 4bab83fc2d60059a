import { classes } from './classes.ts';
import { pickBy } from './pick-by.ts';

/** One-ink drawings for organizations that have not shown a mark of their own. */
const drawings = [
  'M6 34V10l7-4v28M15 34V6h6v28M24 34l-1-22 7-5 4 27',
  'M4 14L20 5l16 9ZM7 17v14M15 17v14M25 17v14M33 17v14M4 34h32',
  'M20 6L4 15l16 8 16-8ZM10 19v9c6 5 14 5 20 0v-9',
  'M4 14c5-5 9 5 16 0s11 5 16 0M4 22c5-5 9 5 16 0s11 5 16 0M4 30c5-5 9 5 16 0s11 5 16 0',
  'M20 5v30M20 12c-9 0-12-4-12-7 8 0 12 3 12 7ZM20 21c9 0 12-4 12-8-8 0-12 4-12 8ZM20 30c-9 0-12-4-12-8 8 0 12 4 12 8Z',
  'M5 33L15 12l7 13 4-7 9 15ZM27 11a4 4 0 1 0 .1 0',
  'M20 5l13 7.500v15L20 35 7 27.500v-15ZM20 5v15M7 12.500L20 20l13-7.500M20 20v15',
  'M6 30V14h28v16ZM6 14l14 10 14-10M12 8h16',
  'M20 6a14 14 0 1 0 .1 0ZM6 20h28M20 6c-7 8-7 20 0 28M20 6c7 8 7 20 0 28',
  'M8 34V16h24v18ZM4 18L20 5l16 13M16 34V24h8v10',
  'M7 20a13 13 0 0 1 26 0M12 20a8 8 0 0 1 16 0M17 20a3 3 0 0 1 6 0M5 27h30M5 33h30',
  'M8 8h10v10H8ZM22 8h10v10H22ZM8 22h10v10H8ZM27 22v10M22 27h10',
] as const;

export interface OrgMarkProps {
  /** Decides the drawing: the organization's id, which does not change with its name. */
  id: string;
  /** Address of its own logo. */
  logo?: string | undefined;
  size?: 's' | 'base' | 'l';
}

/** Decoration: the name stands beside it. */
export function OrgMark({ id, logo, size = 'base' }: OrgMarkProps) {
  const name = classes('orgmark', size !== 'base' && `orgmark--${size}`);
  if (logo) return <img class={name} src={logo} alt="" width="80" height="80" loading="lazy" />;
  return (
    <svg
      class={name}
      viewBox="0 0 40 40"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linejoin="round"
    >
      <path d={pickBy(id, drawings)} />
    </svg>
  );
}
