import type { Refusal } from '../kernel/refusal.ts';
import { Layout } from './components/layout.tsx';
import type { Page } from './page.ts';

/** What went wrong, why, and what to do; never a stack, never a path. */
export function ErrorPage({
  p,
  title,
  remedy,
  reference,
}: {
  p: Page;
  title: string;
  remedy?: string;
  reference?: string;
}) {
  return (
    <Layout p={p} title={title} noIndex>
      <div class="sheet stack sheet--top">
        <h1>{title}</h1>
        {remedy && <p class="wall-text">{remedy}</p>}
        <p>
          <a class="go" href="/">
            {p.t('error.home')}
          </a>
        </p>
        {reference && <p class="caption">{p.t('error.reference', { reference })}</p>}
      </div>
    </Layout>
  );
}

export function refusalText(p: Page, refusal: Refusal): { title: string; remedy?: string } {
  const key = `refusal.${refusal.code}`;
  const details = { problem: '', ...refusal.details };
  const remedy = p.t(`${key}.remedy`, details);
  return { title: p.t(key, details), remedy: remedy === `${key}.remedy` ? undefined : remedy };
}
