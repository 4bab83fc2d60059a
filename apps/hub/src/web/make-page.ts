import type { Actor } from '../kernel/actor.ts';
import type { App } from '../kernel/app.ts';
import type { Assets } from './assets.ts';
import { pickLocale } from './catalogues.ts';
import { readCookie } from './cookies.ts';
import { csrfToken } from './csrf.ts';
import type { HubContext } from './env.ts';
import { takeFlash } from './flash.ts';
import type { Flash, Page } from './page.ts';

export interface Preferences {
  locale?: string | null;
  timeZone?: string | null;
  theme?: string | null;
}

interface Surroundings {
  actor: Actor;
  alliance: Page['alliance'] & { timeZone: string; lang: string };
  assets: Assets;
  preferences: Preferences;
}

/** The page for one request: everything a view needs, nothing computed that it does not ask for. */
export function makePage(app: App, c: HubContext, around: Surroundings): Page {
  const asked = readCookie(c, 'lang') ?? around.preferences.locale ?? undefined;
  const locale = pickLocale(app.messages, asked, c.req.header('accept-language') ?? around.alliance.lang);
  const timeZone = validZone(readCookie(c, 'zone') ?? around.preferences.timeZone) ?? around.alliance.timeZone;
  const t: Page['t'] = (key, values) => app.messages.say(locale, key, values);
  let waiting: Flash[] | undefined;
  let csrf: string | undefined;
  const url = new URL(c.req.url);
  return {
    t,
    locale,
    dir: app.messages.locales.find((known) => known.code === locale)?.dir ?? 'ltr',
    locales: app.messages.locales,
    timeZone,
    theme: themeOf(readCookie(c, 'theme') ?? around.preferences.theme),
    get csrf() {
      // the first reading may set the cookie, and every form of the page has to agree with it
      csrf ??= csrfToken(app, c);
      return csrf;
    },
    actor: personOnPage(around.actor),
    path: url.pathname,
    url: app.urls.page(url.pathname + url.search),
    base: app.urls.base,
    query: url.searchParams,
    get flash() {
      waiting ??= takeFlash(c, t);
      return waiting;
    },
    assets: around.assets.address,
    alliance: around.alliance,
    date: (value, style = 'date') => dateFormat(locale, timeZone, style).format(new Date(value)),
    number: (value) => new Intl.NumberFormat(locale).format(value),
  };
}

function personOnPage(actor: Actor): Page['actor'] {
  if (actor.kind !== 'person') return { kind: 'visitor', isSteward: false, issuesFor: [], organizations: [] };
  const { name, personId, isSteward, staff } = actor;
  return {
    kind: 'person',
    name,
    personId,
    isSteward,
    issuesFor: staff
      .filter(({ roles }) => roles.some((role) => role === 'owner' || role === 'issuer'))
      .map((item) => item.organizationId),
    organizations: staff.flatMap(({ called }) => called ?? []),
  };
}

const themes = ['light', 'dark', 'auto'] as const;

function themeOf(value: string | null | undefined): Page['theme'] {
  return themes.find((theme) => theme === value) ?? 'auto';
}

function validZone(zone: string | null | undefined): string | undefined {
  return zone && (zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)) ? zone : undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, timeZone: string, style: 'date' | 'datetime' | 'month'): Intl.DateTimeFormat {
  const id = `${locale} ${timeZone} ${style}`;
  let format = formats.get(id);
  if (!format) {
    const options: Intl.DateTimeFormatOptions =
      style === 'month' ? { year: 'numeric', month: 'long' } : { year: 'numeric', month: 'long', day: 'numeric' };
    if (style === 'datetime') Object.assign(options, { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
    // English readers of this hub live everywhere: day before month
    format = new Intl.DateTimeFormat(locale.startsWith('en') ? 'en-GB' : locale, { ...options, timeZone });
    formats.set(id, format);
  }
  return format;
}
