import type { Check, Outcome, Report } from 'openbadges';
import { Checklist, type Tone } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { checkOf, checkOrder } from '../model.ts';
import { sayCheck } from './say-check.ts';

export const toneOf: Record<Outcome, Tone> = {
  passed: 'yes',
  failed: 'no',
  warning: 'warn',
  unknown: 'unknown',
  skipped: 'none',
};

/** The eight questions, each with its answer and what can be done. */
export function CheckList({ p, report }: { p: Page; report: Pick<Report, 'badge' | 'checks' | 'checkedAt'> }) {
  const checks = checkOrder.flatMap((id) => checkOf(report, id) ?? []);
  return (
    <Checklist
      p={p}
      checks={checks.map((check) => ({
        tone: toneOf[check.outcome],
        name: p.t(`verifier.name.${check.id}`),
        text: <CheckText p={p} check={check} report={report} />,
      }))}
    />
  );
}

function CheckText({ p, check, report }: { p: Page; check: Check; report: Parameters<typeof sayCheck>[2] }) {
  const { sentence, remedy } = sayCheck(p, check, report);
  const isBad = check.outcome !== 'passed' && check.outcome !== 'skipped';
  return (
    <>
      <span class="vsaid">{sentence}</span>
      {remedy && isBad ? <span class="vremedy"> {remedy}</span> : null}
    </>
  );
}
