import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRibbonFont, renderPng } from '../../../platform/pictures/index.ts';
import { isPlainDrawing } from '../../../platform/pictures/is-plain-drawing.ts';
import { BadgeDesign, grounds, shapes } from './badge-design.ts';
import { drawBadge } from './draw-badge.ts';
import { iconNames } from './icons.ts';
import { useRibbonLetters } from './ribbon-letters.ts';

beforeAll(() => useRibbonLetters(loadRibbonFont()));

const founding: BadgeDesign = {
  shape: 'arch',
  ground: 'cream',
  icon: 'keystone',
  primary: '#1b2a5c',
  secondary: '#d63a22',
  ribbon: 'Founding',
};

function namesIn(svg: string): { elements: Set<string>; attributes: Set<string>; ids: string[] } {
  const found = { elements: new Set<string>(), attributes: new Set<string>(), ids: [] as string[] };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', (tag) => {
    found.elements.add(tag.name);
    for (const [name, { value }] of Object.entries(tag.attributes)) {
      found.attributes.add(name);
      if (name === 'id') found.ids.push(value);
    }
  });
  parser.write(svg).close();
  return found;
}

const combinations = shapes.flatMap((shape) => grounds.map((ground) => ({ shape, ground })));

describe('the drawing of a badge', () => {
  it.each(combinations)('renders as $shape on $ground ground, small and large', async ({ shape, ground }) => {
    const svg = drawBadge({ ...founding, shape, ground });

    for (const size of [32, 400]) {
      const { data, info } = await sharp(await renderPng(svg, size))
        .raw()
        .toBuffer({ resolveWithObject: true });
      const painted = data.filter((value, index) => index % 4 === 3 && value > 200).length;
      expect(info).toMatchObject({ width: size, height: size, channels: 4 });
      expect(painted / (size * size)).toBeGreaterThan(0.4);
      // The corner stays free: a badge is no square.
      expect(data[3]).toBe(0);
    }
  });

  it('draws every icon in another way', () => {
    const drawn = iconNames.map((icon) => drawBadge({ ...founding, icon }, { alt: 'same' }));

    expect(iconNames.length).toBeGreaterThanOrEqual(40);
    expect(new Set(drawn).size).toBe(iconNames.length);
    for (const svg of drawn) expect(svg).not.toMatch(/undefined|NaN|style=|<style/);
    expect(drawn.filter((svg) => !isPlainDrawing(svg))).toEqual([]);
  });

  it('is the same every time, and needs neither style nor script nor fonts', () => {
    const [once, again] = [drawBadge(founding), drawBadge(founding)];

    expect(again).toBe(once);
    const { elements, attributes } = namesIn(once);
    expect([...elements].sort()).toEqual(
      ['circle', 'g', 'path', 'rect', 'svg', 'title'].filter((name) => elements.has(name)),
    );
    expect(attributes.has('style')).toBe(false);
    expect(elements.has('text')).toBe(false);
  });

  it('says what it shows to those who do not see it', () => {
    const svg = drawBadge(founding, { alt: 'Badge: "Founding" <member>\u0000\ud800 & friends' });

    const said: string[] = [];
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => {
      if (tag.name === 'svg') said.push(tag.attributes['aria-label'] ?? '', tag.attributes.role ?? '');
    });
    parser.on('text', (text) => said.push(text));
    parser.write(svg).close();
    expect(said).toEqual(['Badge: "Founding" <member> & friends', 'img', 'Badge: "Founding" <member> & friends']);
  });

  it('keeps a long word within the ribbon, only smaller', () => {
    const wordOf = (ribbon: string) =>
      drawBadge({ ...founding, ribbon }).match(/d="(M[^"]*)" fill="#fff8e7"\/><\/svg>$/)?.[1] ?? '';
    const span = (path: string) => {
      const xs = [...path.matchAll(/(-?[\d.]+) -?[\d.]+/g)].map((match) => Number(match[1]));
      return Math.max(...xs) - Math.min(...xs);
    };

    const [short, long] = [span(wordOf('Chair')), span(wordOf('Wwwwwwwwwwwwwwwwww'))];

    expect(short).toBeGreaterThan(30);
    expect(long).toBeGreaterThan(short);
    expect(long).toBeLessThan(142);
  });

  it.each(['A<b>&"\'', ']]>', 'مترجم', 'מתרגם', '翻訳者', '🎉👩‍👩‍👧', 'Tiếng Việt', '\u202eabc', 'Ж', '   '])(
    'the ribbon “%s” does not break it',
    async (ribbon) => {
      const svg = drawBadge({ ...founding, ribbon });

      expect(namesIn(svg).elements.has('b')).toBe(false);
      expect((await sharp(await renderPng(svg, 64)).metadata()).width).toBe(64);
    },
  );

  it('leaves letters that the font lacks to the viewer, along the same ribbon', () => {
    const svg = drawBadge({ ...founding, ribbon: '翻訳者' });

    const [id] = namesIn(svg).ids;
    expect(svg).toContain(`<textPath href="#${id}" startOffset="50%">翻訳者</textPath>`);
  });

  it('has ids of its own wherever it stands on a page', () => {
    const ids = ['a', 'b'].map((prefix) => namesIn(drawBadge({ ...founding, ribbon: '翻訳者' }, { prefix })).ids[0]);
    const other = namesIn(drawBadge({ ...founding, ribbon: '翻訳' })).ids[0];

    expect(new Set([...ids, other]).size).toBe(3);
  });

  it('has a die-cut edge on a page only, which the page colours', () => {
    expect(drawBadge(founding, { inline: true })).toContain('<g class="badge__edge"');
    expect(drawBadge(founding)).not.toContain('badge__edge');
  });
});

describe('a design', () => {
  it.each([
    ['an unknown shape', { shape: 'blob' }],
    ['an unknown icon', { icon: 'constructor' }],
    ['an ink by name', { primary: 'red' }],
    ['an ink with more in it', { primary: '#1b2a5c"/><script>' }],
    ['a ribbon of nineteen letters', { ribbon: 'x'.repeat(19) }],
    ['a ribbon of two lines', { ribbon: 'a\nb' }],
    ['a ribbon that XML cannot hold', { ribbon: 'a\u0000' }],
    ['half a sign', { ribbon: '\ud83c' }],
    ['a field nobody knows', { glitter: true }],
  ])('is refused with %s', (_, change) => {
    expect(BadgeDesign.safeParse({ ...founding, ...change }).success).toBe(false);
  });

  it('counts letters as people do', () => {
    expect(BadgeDesign.safeParse({ ...founding, ribbon: '👩‍👩‍👧'.repeat(18) }).success).toBe(true);
  });
});
