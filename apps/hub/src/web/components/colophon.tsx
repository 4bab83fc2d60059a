import type { Page } from '../page.ts';
import { Form } from './form.tsx';

/** The switches use GET: they change nothing but the reader's own cookie, and a page without writes sets none by itself. */
export function Colophon({ p }: { p: Page }) {
  return (
    <footer class="colophon">
      <div class="sheet cols-2">
        <div class="stack">
          <p class="ui">
            <strong>{p.alliance.name}</strong>
          </p>
          {p.alliance.purpose ? <p class="caption">{p.alliance.purpose}</p> : null}
          {p.alliance.demo ? (
            <p class="caption demo">
              {p.t('web.demo')} <a href="/sign-in?again=1">{p.t('demo.enter.again')}</a>
            </p>
          ) : null}
        </div>
        <div class="colophon__acts">
          {p.locales.length > 1 ? <LanguageSwitch p={p} /> : null}
          <ThemeSwitch p={p} />
        </div>
      </div>
    </footer>
  );
}

function LanguageSwitch({ p }: { p: Page }) {
  return (
    <Form p={p} action="/preferences" method="get" class="switch no-print">
      <span class="switch__l">{p.t('web.language')}</span>
      <input type="hidden" name="back" value={hereOf(p)} />
      {p.locales.map(({ code, name, dir }) => (
        <button
          type="submit"
          class="linkish"
          name="locale"
          value={code}
          lang={code}
          dir={dir}
          aria-pressed={code === p.locale ? 'true' : 'false'}
        >
          {name}
        </button>
      ))}
    </Form>
  );
}

function ThemeSwitch({ p }: { p: Page }) {
  return (
    <Form p={p} action="/preferences" method="get" class="switch no-print">
      <span class="switch__l">{p.t('web.theme')}</span>
      <input type="hidden" name="back" value={hereOf(p)} />
      {(['auto', 'light', 'dark'] as const).map((theme) => (
        <button
          type="submit"
          class="linkish"
          name="theme"
          value={theme}
          aria-pressed={theme === p.theme ? 'true' : 'false'}
        >
          {p.t(`web.theme.${theme}`)}
        </button>
      ))}
    </Form>
  );
}

/** Path and query only: the way back never leaves this hub. */
function hereOf(p: Page): string {
  const query = p.query.toString();
  return query ? `${p.path}?${query}` : p.path;
}
