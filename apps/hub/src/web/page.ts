import type { MessageValues } from '../kernel/messages.ts';

export interface Flash {
  kind: 'done' | 'problem';
  text: string;
}

/** What a view knows about the reader and the request. Views take it as `p` and nothing else of the world. */
export interface Page {
  /** Says an ICU message of the catalogues in the reader's language. */
  t(key: string, values?: MessageValues): string;
  locale: string;
  dir: 'ltr' | 'rtl';
  locales: { code: string; name: string; dir: 'ltr' | 'rtl' }[];
  /** IANA name. */
  timeZone: string;
  theme: 'light' | 'dark' | 'auto';
  /** Anti-forgery value for the hidden field `_csrf`; reading it gives the visitor a cookie. */
  readonly csrf: string;
  actor: {
    kind: 'visitor' | 'person';
    name?: string;
    personId?: string;
    isSteward: boolean;
    /** Ids of the organizations that the reader issues for. */
    issuesFor: string[];
    /** Those whose staff the reader is, and how to get there. */
    organizations: { name: string; handle: string }[];
  };
  /** Path without query, for marking the current link. */
  path: string;
  /** Full address of this page. */
  url: string;
  /** The hub's public address, without a slash at its end. */
  base: string;
  query: URLSearchParams;
  flash: Flash[];
  /** The address of a built asset: `p.assets('style.css')`, `p.assets('islands/verify.js')`. */
  assets(name: string): string;
  alliance: { name: string; purpose: string; demo: boolean };
  /** In the reader's language and time zone. */
  date(value: Date | string, style?: 'date' | 'datetime' | 'month'): string;
  number(value: number): string;
}
