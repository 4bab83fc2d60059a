import type { Page } from '../page.ts';
import { BrandMark } from './brand-mark.tsx';
import { classes } from './classes.ts';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';

export type Current = 'badges' | 'organizations' | 'verify' | 'backpack' | 'account' | 'sign-in' | 'alliance';

interface Entry {
  id: Current;
  href: string;
  label: string;
  me?: boolean;
}

interface MastheadProps {
  p: Page;
  current?: Current | undefined;
  wide?: boolean | undefined;
  bare?: boolean | undefined;
}

export function Masthead({ p, current, wide, bare }: MastheadProps) {
  return (
    <header class={classes('masthead sheet', wide && 'wide')}>
      <div class="masthead__in">
        <a class="brand" href="/">
          <BrandMark />
          <span>
            {p.alliance.name}
            {p.alliance.demo ? <small>{p.t('demo.mark')}</small> : null}
          </span>
        </a>
        {p.alliance.demo ? (
          <a class="otherwise caption no-print" href="/sign-in?again=1">
            {p.t('demo.enter.again')}
          </a>
        ) : null}
        {bare ? null : <Navigation p={p} current={current} />}
      </div>
    </header>
  );
}

function Navigation({ p, current }: Pick<MastheadProps, 'p' | 'current'>) {
  return (
    <nav class="nav" aria-label={p.t('web.nav')}>
      <ul>
        {entries(p).map(({ id, href, label, me }) => (
          <li class={me ? 'nav__me' : undefined}>
            <a href={href} aria-current={id === current ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
        {p.actor.kind === 'person' ? <MyMenu p={p} current={current} /> : null}
      </ul>
    </nav>
  );
}

function entries(p: Page): Entry[] {
  const everybody: Entry[] = [
    { id: 'badges', href: '/explore', label: p.t('web.nav.badges') },
    { id: 'organizations', href: '/organizations', label: p.t('web.nav.organizations') },
    { id: 'verify', href: '/verify', label: p.t('web.nav.verify') },
  ];
  if (p.actor.kind === 'visitor')
    return [...everybody, { id: 'sign-in', href: '/sign-in', label: p.t('web.nav.sign-in'), me: true }];
  return [...everybody, { id: 'backpack', href: '/backpack', label: p.t('web.nav.backpack') }];
}

/** A popover: it opens without script, closes with Escape and gives the focus back. */
function MyMenu({ p, current }: { p: Page; current?: Current | undefined }) {
  const inOutbox = p.path.startsWith('/outbox');
  return (
    <li class="nav__me">
      <button type="button" popovertarget="me" aria-label={p.t('web.nav.me', { name: p.actor.name ?? '' })}>
        <span>{firstName(p.actor.name) ?? p.t('web.nav.you')}</span>
        <Icon name="chevron-down" />
      </button>
      <div id="me" class="me" popover="auto">
        <ul class="me__list">
          <MyOrganizations p={p} />
          <li>
            <a href="/account" aria-current={current === 'account' ? 'page' : undefined}>
              {p.t('web.nav.account')}
            </a>
          </li>
          {p.actor.isSteward ? (
            <>
              <li>
                <a href="/steward" aria-current={current === 'alliance' && !inOutbox ? 'page' : undefined}>
                  {p.t('web.nav.steward')}
                </a>
              </li>
              <li>
                <a href="/outbox" aria-current={inOutbox ? 'page' : undefined}>
                  {p.t('web.nav.outbox')}
                </a>
              </li>
            </>
          ) : null}
          <li>
            <Form p={p} action="/sign-out">
              <button type="submit">{p.t('web.nav.sign-out')}</button>
            </Form>
          </li>
        </ul>
      </div>
    </li>
  );
}

const mostOrganizations = 4;

/** The way back to where the reader works. */
function MyOrganizations({ p }: { p: Page }) {
  const { organizations } = p.actor;
  return (
    <>
      {organizations.slice(0, mostOrganizations).map(({ name, handle }) => {
        const href = `/organizations/${encodeURIComponent(handle)}`;
        return (
          <li>
            <a href={href} dir="auto" aria-current={p.path === href ? 'page' : undefined}>
              {name}
            </a>
          </li>
        );
      })}
      {organizations.length > 0 ? (
        <li>
          <a href="/account#organizations">{p.t('web.nav.my-organizations')}</a>
        </li>
      ) : null}
    </>
  );
}

function firstName(name: string | undefined): string | undefined {
  return name?.trim().split(/\s+/)[0] || undefined;
}
