import type { Choice } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const known = new Set(zones);

export const isTimeZone = (value: string): boolean => known.has(value);

export const timeZoneChoices: Choice[] = zones.map((zone) => ({
  value: zone,
  label: zone.replaceAll('_', ' ').replaceAll('/', ' / '),
}));

/** Pseudo languages are for those who translate, in the foot of the page only. */
export function languageChoices(p: Page): Choice[] {
  return p.locales.filter(({ code }) => !code.includes('-X')).map(({ code, name }) => ({ value: code, label: name }));
}
