import type { Page } from '../page.ts';
import { classes } from './classes.ts';

export interface Crumb {
  href: string;
  label: string;
}

export function Crumbs({ p, crumbs, wide }: { p: Page; crumbs: Crumb[]; wide?: boolean | undefined }) {
  return (
    <nav class={classes('crumbs sheet', wide && 'wide')} aria-label={p.t('web.crumbs')}>
      <ol class="caption free">
        {crumbs.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
