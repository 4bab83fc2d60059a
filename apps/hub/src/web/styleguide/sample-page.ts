import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Page } from '../page.ts';

const said: Record<string, string> = JSON.parse(
  readFileSync(new URL('../../../messages/en/web.json', import.meta.url), 'utf8'),
);

/** A page without a request, for looking at components by themselves. */
export function samplePage(changes: Partial<Page> = {}): Page {
  return {
    t: (key, values) => String(new IntlMessageFormat(said[key] ?? key, 'en').format(values)),
    locale: 'en',
    dir: 'ltr',
    locales: [
      { code: 'en', name: 'English', dir: 'ltr' },
      { code: 'ar', name: 'العربية', dir: 'rtl' },
    ],
    timeZone: 'Europe/Paris',
    theme: 'auto',
    csrf: 'not-a-secret',
    actor: { kind: 'visitor', isSteward: false, issuesFor: [], organizations: [] },
    path: '/styleguide',
    url: 'https://badges.example/styleguide',
    base: 'https://badges.example',
    query: new URLSearchParams(),
    flash: [],
    assets: (name) => `/assets/${name}`,
    alliance: {
      name: 'Badge Alliance',
      purpose: 'A network of organizations and people who work out, in public, how learning is recognised.',
      demo: true,
    },
    date: (value) =>
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Paris' }).format(new Date(value)),
    number: (value) => new Intl.NumberFormat('en').format(value),
    ...changes,
  };
}
