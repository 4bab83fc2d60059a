import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';
import { Colophon } from './colophon.tsx';
import { type Crumb, Crumbs } from './crumbs.tsx';
import { Flashes } from './flashes.tsx';
import { type Current, Masthead } from './masthead.tsx';
import { type OpenGraph, OpenGraphTags } from './open-graph.tsx';
import { Toasts } from './toasts.tsx';

export interface LayoutProps {
  p: Page;
  /** Of this page; the alliance's name is added. */
  title: string;
  description?: string;
  /** The way here, without this page itself. */
  crumbs?: Crumb[];
  current?: Current;
  /** Head and foot follow a page that is wider than the usual sheet. */
  wide?: boolean;
  openGraph?: OpenGraph;
  /** `<link rel="alternate">`: the same thing for machines. */
  alternates?: { type: string; href: string; title?: string }[];
  /** Search engines stay away: private pages and share links. */
  noIndex?: boolean;
  /** Before there is an alliance no page stands behind the links of the head. */
  bare?: boolean;
  children?: Child;
}

/** The whole page. Inside stand `Plate`, `PageHead`, `Split` or `<div class="sheet">`; nothing else sets the margins. */
export function Layout(props: LayoutProps) {
  const { p } = props;
  return (
    <html lang={p.locale} dir={p.dir} data-theme={p.theme === 'auto' ? undefined : p.theme}>
      <Head {...props} />
      <body>
        <a class="skip" href="#main">
          {p.t('web.skip')}
        </a>
        <Masthead p={p} current={props.current} wide={props.wide} bare={props.bare} />
        {props.crumbs?.length ? <Crumbs p={p} crumbs={props.crumbs} wide={props.wide} /> : null}
        <Flashes p={p} />
        <main id="main" tabindex={-1}>
          {props.children}
        </main>
        <Colophon p={p} />
        <Toasts p={p} />
      </body>
    </html>
  );
}

function Head({ p, title, description, openGraph, alternates, noIndex }: LayoutProps) {
  const name = p.alliance.name;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title === name ? name : `${title} · ${name}`}</title>
      {description ? <meta name="description" content={description} /> : null}
      {noIndex ? <meta name="robots" content="noindex" /> : null}
      <ThemeColors theme={p.theme} />
      <link rel="icon" href={icon} type="image/svg+xml" />
      <meta name="color-scheme" content={p.theme === 'auto' ? 'light dark' : p.theme} />
      {firstFonts.map((name) => (
        <link
          rel="preload"
          href={p.assets(`fonts/${name}.woff2`)}
          as="font"
          type="font/woff2"
          crossorigin="anonymous"
        />
      ))}
      <link rel="stylesheet" href={p.assets('style.css')} />
      <script type="module" src={p.assets('islands/index.js')}></script>
      {alternates?.map(({ type, href, title: label }) => (
        <link rel="alternate" type={type} href={href} title={label} />
      ))}
      {openGraph ? <OpenGraphTags p={p} title={title} description={description} {...openGraph} /> : null}
    </head>
  );
}

/** Every page is set in these two, so they are asked for before the style sheet is read. */
const firstFonts = ['special-gothic-latin-standard-normal', 'newsreader-latin-opsz-normal'];

/** The brand mark; inline, so that no page asks for a second file. */
const icon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path d="M3 3H37V27L27 37H3Z" fill="#161a26"/><path d="M37 27H29a2 2 0 0 0-2 2V37Z" fill="#faf8f2"/><circle cx="17.5" cy="18" r="8" fill="#faf8f2"/></svg>')}`;

const paper = { light: '#faf8f2', dark: '#181512' };

function ThemeColors({ theme }: { theme: Page['theme'] }) {
  if (theme !== 'auto') return <meta name="theme-color" content={paper[theme]} />;
  return (
    <>
      <meta name="theme-color" content={paper.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={paper.dark} media="(prefers-color-scheme: dark)" />
    </>
  );
}
