export type MessageValues = Record<string, string | number | Date>;

/** ICU MessageFormat catalogues, one per language. */
export interface Messages {
  locales: { code: string; name: string; dir: 'ltr' | 'rtl' }[];
  /** Falls back to English, then to the key itself. */
  say(locale: string, key: string, values?: MessageValues): string;
  has(key: string): boolean;
}
