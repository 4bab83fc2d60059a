import type { Check, Report } from 'openbadges';
import { checkOf } from './model.ts';

/** The answer in a few words: `name` is the last part of the keys `verifier.word.…` and `verifier.say.…`. */
export interface Summary {
  tone: 'yes' | 'warn' | 'no' | 'unknown';
  name: SummaryName;
  /** The check that decided. */
  decisive?: Check;
  /** How many checks passed with a warning. */
  warnings: number;
}

export type SummaryName = (typeof summaryNames)[number];

export const summaryNames = [
  'valid',
  'warned',
  'revoked',
  'suspended',
  'expired',
  'not-yet-valid',
  'tampered',
  'unsigned',
  'bad-proof',
  'bad-shape',
  'wrong-key',
  'wrong-recipient',
  'no-badge',
  'not-readable',
  'not-yet-understood',
  'not-fetched',
  'issuer-unproven',
  'issuer-unreachable',
  'status-unreachable',
  'status-unclear',
  'not-checked',
] as const;

type Reported = Pick<Report, 'verdict' | 'checks'>;

/** What to say about a report in one look. One document gives the same answer on every page. */
export function summaryOf(report: Reported): Summary {
  const warnings = report.checks.filter(({ outcome }) => outcome === 'warning').length;
  const say = (tone: Summary['tone'], name: SummaryName, decisive?: Check) => ({ tone, name, decisive, warnings });
  if (report.verdict === 'valid') return warnings > 0 ? say('warn', 'warned') : say('yes', 'valid');
  if (report.verdict === 'revoked') return say('no', 'revoked', checkOf(report, 'status'));
  if (report.verdict === 'suspended') return say('warn', 'suspended', checkOf(report, 'status'));
  if (report.verdict === 'expired' || report.verdict === 'not-yet-valid') {
    return say('warn', report.verdict, checkOf(report, 'dates'));
  }
  return report.verdict === 'invalid' ? whyInvalid(report, say) : whyNotChecked(report, say);
}

type Say = (tone: Summary['tone'], name: SummaryName, decisive?: Check) => Summary;

function whyInvalid(report: Reported, say: Say): Summary {
  const failed = report.checks.find(({ outcome }) => outcome === 'failed');
  if (isTampered(report)) return say('no', 'tampered', failed);
  if (failed?.code === 'proof.missing') return say('no', 'unsigned', failed);
  const names = { shape: 'bad-shape', key: 'wrong-key', recipient: 'wrong-recipient' } as const;
  const [proof, others] = [checkOf(report, 'proof'), failed?.id as keyof typeof names];
  return proof?.outcome === 'failed' ? say('no', 'bad-proof', proof) : say('no', names[others] ?? 'bad-proof', failed);
}

function whyNotChecked(report: Reported, say: Say): Summary {
  const unknown = report.checks.find(({ outcome }) => outcome === 'unknown');
  const code = unknown?.code ?? '';
  if (/^import\.(picture-without-badge|other-picture|container-without-badge|web-page|empty)$/.test(code)) {
    return say('unknown', 'no-badge', unknown);
  }
  if (code.startsWith('import.')) return say('unknown', 'not-readable', unknown);
  if (code === 'shape.not-yet-supported' || code.endsWith('unsupported')) {
    return say('unknown', 'not-yet-understood', unknown);
  }
  if (code.startsWith('shape.unreachable')) return say('unknown', 'not-fetched', unknown);
  const [proof, key] = [checkOf(report, 'proof'), checkOf(report, 'key')];
  if (proof?.outcome === 'passed' && key?.outcome !== 'passed') {
    const isSilent = key?.code.startsWith('key.unreachable') ?? false;
    return say('unknown', isSilent ? 'issuer-unreachable' : 'issuer-unproven', key);
  }
  if (code.startsWith('status.unreachable')) return say('unknown', 'status-unreachable', unknown);
  if (unknown?.id === 'status') return say('unknown', 'status-unclear', unknown);
  return say('unknown', 'not-checked', unknown ?? proof);
}

/** Somebody changed it: one sentence, and nothing else of it is shown as fact. */
export function isTampered(report: Reported): boolean {
  const code = checkOf(report, 'proof')?.code;
  return code === 'proof.tampered' || code === 'proof.hosted-differs';
}

/** Whether the issuer is known to have said what the badge says. */
export function isProven(report: Reported): boolean {
  return checkOf(report, 'proof')?.outcome === 'passed' && checkOf(report, 'key')?.outcome === 'passed';
}
