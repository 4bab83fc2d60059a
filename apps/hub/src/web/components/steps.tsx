import type { Page } from '../page.ts';

export interface Step {
  label: string;
  /** Steps one may go back to. */
  href?: string;
}

export function Steps({ p, steps, current }: { p: Page; steps: Step[]; current: number }) {
  return (
    <nav aria-label={p.t('web.steps')}>
      <ol class="steps">
        {steps.map(({ label, href }, index) => (
          <li aria-current={index === current ? 'step' : undefined}>
            {href && index !== current ? <a href={href}>{label}</a> : <span>{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
