import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Messages, MessageValues } from '../kernel/messages.ts';
import { pseudo } from './pseudo-locale.ts';

const names: Record<string, string> = { en: 'English', fr: 'Français', es: 'Español', de: 'Deutsch', ar: 'العربية' };
const rightToLeft = new Set(['ar', 'he', 'fa', 'ur']);

/**
 * Reads the ICU catalogues `<folder>/<locale>/*.json` once. In development two pseudo languages are added:
 * longer words (en-XA) and right to left (ar-XB), to see what a translation will do to a page.
 */
export function loadMessages(folder: string, options: { pseudoLocales: boolean }): Messages {
  const texts = new Map<string, Map<string, string>>();
  for (const locale of readdirSync(folder)) texts.set(locale, readLocale(`${folder}/${locale}`));
  const english = texts.get('en') ?? new Map<string, string>();
  if (options.pseudoLocales) {
    for (const locale of ['en-XA', 'ar-XB'])
      texts.set(locale, new Map([...english].map(([key, text]) => [key, pseudo(text)])));
  }
  const formats = new Map<string, IntlMessageFormat>();

  const formatOf = (locale: string, key: string): IntlMessageFormat | undefined => {
    const id = `${locale} ${key}`;
    const known = formats.get(id);
    if (known) return known;
    const text = texts.get(locale)?.get(key) ?? english.get(key);
    if (text === undefined) return undefined;
    const made = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
    formats.set(id, made);
    return made;
  };

  return {
    locales: [...texts.keys()].map((code) => ({
      code,
      name: names[code] ?? code,
      dir: rightToLeft.has(code.slice(0, 2)) ? 'rtl' : 'ltr',
    })),
    has: (key) => english.has(key),
    say(locale: string, key: string, values?: MessageValues): string {
      const format = formatOf(locale, key);
      return format ? String(format.format(values)) : key;
    },
  };
}

function readLocale(folder: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.json')) continue;
    const catalogue: Record<string, string> = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    for (const [key, text] of Object.entries(catalogue)) texts.set(key, text);
  }
  return texts;
}

/** The best of ours for what the browser asks for (RFC 9110 §12.5.4). */
export function pickLocale(messages: Messages, asked: string | undefined, accepted: string | undefined): string {
  const ours = messages.locales.map((locale) => locale.code);
  if (asked && ours.includes(asked)) return asked;
  const wanted = (accepted ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality = 'q=1'] = part.trim().split(';');
      return { tag: tag.toLowerCase(), quality: Number(quality.trim().slice(2)) || 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const match = ours.find(
      (code) => !code.includes('-X') && (code.toLowerCase() === tag || code === tag.split('-')[0]),
    );
    if (match) return match;
  }
  return 'en';
}
