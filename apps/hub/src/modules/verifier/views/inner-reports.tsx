import type { Report } from 'openbadges';
import { Said, type Tone } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { isTampered } from '../summary.ts';
import { answerWords } from './answer-words.ts';
import { CheckList } from './check-list.tsx';

/** Every endorsement and every credential inside gets its own answer. */
export function InnerReports({ p, inner }: { p: Page; inner: Report['inner'] }) {
  if (inner.length === 0) return null;
  return (
    <section class="stack vinner" aria-labelledby="inner">
      <h2 id="inner" class="h-label">
        {p.t('verifier.inner', { count: inner.length })}
      </h2>
      {inner.map(({ role, report }) => {
        const { tone, word, say } = answerWords(p, report);
        return (
          <details class="vinner__one">
            <summary>
              <span dir="auto">{nameOf(p, role, report)}</span> <Said tone={tone as Tone}>{word}</Said>
            </summary>
            <p class="ui">{say}</p>
            {isTampered(report) ? null : <CheckList p={p} report={report} />}
            <InnerOfInner p={p} inner={report.inner} />
          </details>
        );
      })}
    </section>
  );
}

function InnerOfInner({ p, inner }: { p: Page; inner: Report['inner'] }) {
  if (inner.length === 0) return null;
  return (
    <ul class="ui">
      {inner.map(({ role, report }) => {
        const { tone, word } = answerWords(p, report);
        return (
          <li>
            <span dir="auto">{nameOf(p, role, report)}</span> <Said tone={tone}>{word}</Said>
          </li>
        );
      })}
    </ul>
  );
}

function nameOf(p: Page, role: Report['inner'][number]['role'], { badge }: Report): string {
  const unnamed = p.t('verifier.inner.unnamed');
  if (role === 'credential') return badge?.name ?? unnamed;
  return p.t('verifier.inner.endorsement', { name: badge?.issuer.name ?? badge?.issuer.id ?? unnamed });
}
