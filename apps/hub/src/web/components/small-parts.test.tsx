import { describe, expect, it } from 'vitest';
import { samplePage } from '../styleguide/sample-page.ts';
import { Checklist, Flashes, fromNow, Layout, Meter, monogram, Progress, tallyPath } from './index.ts';

const p = samplePage();
const html = (view: unknown) => String(view);

describe('a monogram', () => {
  it.each([
    ['Ines Quillfeather', 'IQ'],
    ['öykü von Tidewell', 'ÖT'],
    ['Plato', 'P'],
    ['  ', ''],
    ['𝔄da 𝔏ovelace', '𝔄𝔏'],
  ])('of %s is %s', (name, letters) => {
    expect(monogram(name)).toBe(letters);
  });
});

describe('a tally', () => {
  it('has one stroke for each person', () => {
    expect(tallyPath(7).match(/M/g)).toHaveLength(7);
  });

  it('crosses every fifth', () => {
    expect(tallyPath(5)).toMatch(/M0 11\.5L19 4\.5$/);
  });
});

describe('how long ago', () => {
  const now = new Date('2026-03-03T12:00:00Z');

  it.each([
    ['2026-03-02T11:00:00Z', 'yesterday'],
    ['2026-03-03T09:00:00Z', '3 hours ago'],
    ['2025-01-01T00:00:00Z', 'last year'],
    ['2026-03-03T11:59:50Z', 'this minute'],
    ['2026-03-13T12:00:00Z', 'in 10 days'],
  ])('%s is %s', (at, said) => {
    expect(fromNow('en', new Date(at), now)).toBe(said);
  });
});

describe('a meter', () => {
  it('stays inside its frame whatever it is given', () => {
    expect(html(<Meter percent={140} label="much" />)).toContain('width="100%"');
    expect(html(<Meter percent={-3} label="nothing" />)).toContain('width="0%"');
  });
});

describe('long work', () => {
  it('shows where it is and how to look again without script', () => {
    const shown = html(<Progress p={p} src="/jobs/1/events" done={612} total={997} label="Awards" />);

    expect(shown).toContain('aria-valuenow="612"');
    expect(shown).toContain('<rect class="meter__fill" width="61.4%"');
    expect(shown).toContain('Look again');
  });

  it('offers no second look when it is over', () => {
    expect(html(<Progress p={p} src="/jobs/1/events" done={997} total={997} label="Awards" />)).not.toContain(
      'Look again',
    );
  });

  it('of nothing is not a division by nothing', () => {
    expect(html(<Progress p={p} done={0} total={0} label="Awards" />)).toContain('width="0%"');
  });
});

describe('a list of checks', () => {
  it('tells each answer by word and by shape', () => {
    const tones = ['yes', 'warn', 'no', 'unknown', 'none'] as const;

    const items = tones.map((tone) => html(<Checklist p={p} checks={[{ tone, name: 'Signature' }]} />));

    expect(new Set(items.map((item) => item.match(/<span class="is">(.*?)</)?.[1])).size).toBe(5);
    expect(new Set(items.map((item) => item.match(/<svg.*?<\/svg>/s)?.[0])).size).toBe(5);
  });
});

describe('every page', () => {
  it('says its language and direction, and the theme only when the reader chose one', () => {
    const arabic = html(<Layout p={samplePage({ locale: 'ar', dir: 'rtl', theme: 'dark' })} title="Verify" />);

    expect(arabic).toContain('<html lang="ar" dir="rtl" data-theme="dark">');
    expect(html(<Layout p={p} title="Verify" />)).not.toContain('data-theme');
  });

  it('obeys the policy: no inline style, script or handler', () => {
    const shown = html(<Layout p={p} title="Verify" />);

    expect(shown).not.toMatch(/\sstyle=|<style|\son[a-z]+=|<script(?![^>]* src=)/);
  });

  it('marks where one is', () => {
    expect(html(<Layout p={p} title="Verify" current="verify" />)).toContain('<a href="/verify" aria-current="page">');
  });

  it('for a visitor needs no value against forgery, so it sets no cookie', () => {
    const reading = samplePage();
    Object.defineProperty(reading, 'csrf', {
      get: () => {
        throw new Error('was read');
      },
    });

    expect(html(<Layout p={reading} title="Home" />)).toContain('<main');
  });

  it('shows the way out and to the backpack only to people', () => {
    const person = html(
      <Layout
        p={samplePage({
          actor: { kind: 'person', name: 'Amara Oystercatcher', isSteward: false, issuesFor: [], organizations: [] },
        })}
        title="Home"
      />,
    );
    const visitor = html(<Layout p={p} title="Home" />);

    expect(person).toContain('action="/sign-out"');
    expect(person).toContain('/backpack');
    expect(visitor).not.toContain('/sign-out');
    expect(visitor).toContain('/sign-in');
  });

  it('says what the last act led to, escaped', () => {
    const shown = html(<Flashes p={samplePage({ flash: [{ kind: 'done', text: 'Kept <b>it</b>.' }] })} />);

    expect(shown).toContain('Kept &lt;b&gt;it&lt;/b&gt;.');
    expect(shown).toContain('role="status"');
  });
});
