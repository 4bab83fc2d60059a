import type { BadgeView, CheckId, Outcome, Report } from '../../src/verify/report.ts';
import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';
import { type AnswerVerdict, answerOf, holdsNoBadge } from './answer.ts';

const headlines: Record<AnswerVerdict, string> = {
  valid: 'Valid',
  invalid: 'Not valid',
  revoked: 'Revoked',
  suspended: 'Suspended',
  expired: 'Expired',
  notYetValid: 'Not yet valid',
  unknown: 'Could not be checked',
};

const signs: Record<Outcome, [sign: string, colour: keyof Paint]> = {
  passed: ['✓', 'green'],
  failed: ['✗', 'red'],
  warning: ['!', 'yellow'],
  unknown: ['?', 'yellow'],
  skipped: ['-', 'dim'],
};

const labels: Record<CheckId, string> = {
  shape: 'Form',
  proof: 'Signature',
  key: 'Key',
  status: 'Status',
  dates: 'Dates',
  recipient: 'Recipient',
  issuer: 'Issuer',
  endorsements: 'Endorsements',
};
const labelWidth = Math.max(...Object.values(labels).map((label) => label.length));

/** A report for people: the verdict first, then what the badge is, then every check with its reason. */
export function reportText(report: Report, source: string, paint: Paint): string {
  const { verdict } = answerOf(report);
  const lines = [
    headline(report, verdict, source, paint),
    ...(report.badge ? badgeLines(report.badge, paint) : []),
    ...(isNothingToCheck(report) ? reasonLines(report, paint) : checkLines(report, paint)),
    ...innerLines(report, paint),
    ...lastSeenLines(report, paint),
  ];
  return `${lines.join('\n')}\n`;
}

/** No badge, or a file that could not be read: eight lines about checks would only hide the reason. */
function isNothingToCheck(report: Report): boolean {
  return holdsNoBadge(report) || report.checks.some(({ code }) => code === 'file.unreadable');
}

function headline(report: Report, verdict: AnswerVerdict, source: string, paint: Paint): string {
  return `${verdictText(report, verdict, paint)}  ${printable(source)}`;
}

function verdictText(report: Report, verdict: AnswerVerdict, paint: Paint): string {
  const [sign, colour] = signs[verdict === 'valid' ? 'passed' : verdict === 'unknown' ? 'unknown' : 'failed'];
  return paint[colour](`${sign} ${paint.bold(holdsNoBadge(report) ? 'No badge' : headlines[verdict])}`);
}

function badgeLines(badge: BadgeView, paint: Paint): string[] {
  const issuer = badge.issuer.name || badge.issuer.id;
  const recipient = badge.recipient.name || badge.recipient.id;
  const dates = [day(badge.validFrom ?? badge.awardedAt), day(badge.validUntil)];
  return [
    `  ${paint.bold(short(badge.name))}`,
    `  ${paint.dim('from')} ${short(issuer)}${recipient ? ` ${paint.dim('for')} ${short(recipient)}` : ''}`,
    ...(dates[0] ? [`  ${paint.dim('dated')} ${dates[0]}${dates[1] ? ` ${paint.dim('until')} ${dates[1]}` : ''}`] : []),
    '',
  ];
}

const allowAdvice =
  'If it is a server of your own, say so: --allow HOST, with its port, for example --allow localhost:8080.';

function checkLines({ checks }: Report, paint: Paint): string[] {
  return checks.flatMap(({ id, code, outcome, sentence, remedy }) => {
    const [sign, colour] = signs[outcome];
    const line = `  ${paint[colour](sign)} ${labels[id].padEnd(labelWidth)}  ${printable(sentence)}`;
    const advice = code.endsWith('-refused-address') ? allowAdvice : outcome === 'passed' ? undefined : remedy;
    return advice ? [line, `    ${' '.repeat(labelWidth)}  ${paint.cyan(`→ ${printable(advice)}`)}`] : [line];
  });
}

function reasonLines({ checks }: Report, paint: Paint): string[] {
  return checks
    .filter(({ id }) => id === 'shape')
    .flatMap(({ sentence, remedy }) => [
      `  ${printable(sentence)}`,
      ...(remedy === undefined ? [] : [`  ${paint.cyan(`→ ${printable(remedy)}`)}`]),
    ]);
}

/** The credentials in a record or presentation; endorsements have a check of their own. */
function innerLines({ inner }: Report, paint: Paint): string[] {
  const credentials = inner.filter(({ role }) => role === 'credential');
  return credentials.map(({ report }) => {
    const name = report.badge?.name ?? 'a credential';
    return `  ${paint.dim('inside:')} ${verdictText(report, answerOf(report).verdict, paint)}  ${short(name)}`;
  });
}

function lastSeenLines({ lastSeen }: Report, paint: Paint): string[] {
  if (!lastSeen) return [];
  return [`  ${paint.dim('As last seen')} on ${day(lastSeen.takenAt)}: ${lastSeen.verdict.replaceAll('-', ' ')}`];
}

function short(text: string): string {
  const shown = printable(text);
  return shown.length > 120 ? `${shown.slice(0, 119)}…` : shown;
}

function day(instant: string | undefined): string | undefined {
  return instant === undefined ? undefined : printable(instant).slice(0, 10);
}
