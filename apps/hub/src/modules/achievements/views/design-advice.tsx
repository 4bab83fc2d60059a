import { LinkButton } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { BadgeDesign, type ContrastProblem, contrastProblems } from '../design/index.ts';
import { type DesignField, designAsTyped, type Typed } from '../form-model.ts';

interface Props {
  p: Page;
  typed: Partial<Pick<Typed, DesignField | 'lang'>>;
  action: string;
  madeAlt: string;
}

/** What in the drawing cannot be read by everybody, each with the ink that mends it, and what the drawing is said to show. */
export function DesignAdvice({ p, typed, action, madeAlt }: Props) {
  const design = BadgeDesign.safeParse(designAsTyped(typed));
  if (!design.success) return null;
  const problems = contrastProblems(design.data);
  return (
    <div class="advice" aria-live="polite">
      {problems.length === 0 ? <p class="caption">{p.t('achievements.contrast.good')}</p> : null}
      {problems.map((problem) => (
        <Problem p={p} problem={problem} action={action} />
      ))}
      <p class="caption">
        {p.t('achievements.alt.made')} <q lang={typed.lang}>{madeAlt}</q>
      </p>
    </div>
  );
}

function Problem({ p, problem, action }: { p: Page; problem: ContrastProblem; action: string }) {
  const { ink, part, found, wanted, suggestion } = problem;
  return (
    <div class="warnline">
      <svg class="advice__ink" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M0 0H24V24H0Z" fill={suggestion} />
      </svg>
      <div>
        <p>{p.t(`achievements.contrast.${part}`, { found: p.number(found), wanted: p.number(wanted) })}</p>
        <LinkButton name="act" value={`ink.${ink}.${suggestion}`} formaction={`${action}#advice`}>
          {p.t('achievements.contrast.mend', { ink: suggestion })}
        </LinkButton>
      </div>
    </div>
  );
}
