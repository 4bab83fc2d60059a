import type { Page } from '../../../web/page.ts';

/** The label of a field by its name, rows included: `alignments.0.targetUrl` is “Alignment 1: Web address”. */
export function rowLabel(p: Page, name: string): string {
  const [list = '', at = '', field] = name.split('.');
  if (at === '') return p.t(`achievements.field.${name}`);
  const row = p.t(`achievements.row.${list}`, { number: Number(at) + 1 });
  return field ? `${row}: ${p.t(`achievements.field.${field}`)}` : row;
}
