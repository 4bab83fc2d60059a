import type { BadgeView } from '../../src/verify/report.ts';
import type { Paint } from '../paint.ts';
import { printable } from '../printable.ts';
import type { Inspection } from './inspection.ts';

/** An inspection for people: what the badge says first, then how it is made. */
export function inspectionText(found: Inspection, paint: Paint): string {
  const title = found.badge?.name || found.kind;
  const rows = [...(found.badge ? viewRows(found.badge) : []), ...technicalRows(found)];
  const lines = rows
    .filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '')
    .map(([label, text]) => `  ${paint.dim(label.padEnd(13))}${clipped(text)}`);
  return `${paint.bold(clipped(title))}\n${lines.join('\n')}\n\n`;
}

type Row = [label: string, text: string | undefined];

function viewRows(badge: BadgeView): Row[] {
  const { issuer, recipient } = badge;
  return [
    ['description', badge.description],
    ['criteria', badge.criteria ?? badge.criteriaUrl],
    ['issuer', issuer.name ? `${issuer.name} (${issuer.id})` : issuer.id],
    ...recipientRows(recipient),
    [
      'valid',
      [badge.validFrom && `from ${badge.validFrom}`, badge.validUntil && `until ${badge.validUntil}`]
        .filter(Boolean)
        .join(' '),
    ],
    ['achievement', badge.achievementId],
    ['tags', badge.tags.join(', ')],
    ...badge.alignments.map((each): Row => ['aligned to', [each.name, each.url].filter(Boolean).join(' ')]),
    ...badge.evidence.map((each): Row => ['evidence', [each.name, each.url].filter(Boolean).join(' ')]),
    ...badge.results.map((each): Row => ['result', [each.name, each.value, each.status].filter(Boolean).join(' ')]),
  ];
}

function recipientRows({ name, id, identifiers }: BadgeView['recipient']): Row[] {
  const lines = [
    [name, id].filter(Boolean).join(' '),
    ...identifiers.map((each) => `${each.type} ${each.hashed ? 'hidden as a hash' : each.identity}`),
  ].filter((line) => line !== '');
  return lines.map((line, at): Row => [at === 0 ? 'recipient' : '', line]);
}

function technicalRows(found: Inspection): Row[] {
  const { canonical, header, status } = found;
  const version = found.version ? `Open Badges ${found.version}` : found.kind;
  return [
    ['format', [version, found.envelope, found.form, `in ${found.carrier}`, found.fileName].filter(Boolean).join(', ')],
    ...found.proofs.map(
      (each): Row => ['proof', [each.cryptosuite ?? each.type, each.created, each.purpose].filter(Boolean).join(', ')],
    ),
    ...found.proofs.map((each): Row => ['key', each.verificationMethod ?? undefined]),
    ['JWT', header ? `${String(header.alg)}${typeof header.kid === 'string' ? `, key ${header.kid}` : ''}` : undefined],
    [
      'status',
      status
        ? [status.type, status.list, status.index && `place ${status.index}`].filter(Boolean).join(', ')
        : undefined,
    ],
    ['size', `${found.size} bytes`],
    ['sha256', found.sha256],
    [
      'canonical',
      canonical === null ? undefined : 'sha256' in canonical ? `sha256 ${canonical.sha256}` : canonical.error,
    ],
  ];
}

function clipped(text: string): string {
  const shown = printable(text);
  return shown.length > 300 ? `${shown.slice(0, 299)}…` : shown;
}
