import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { conformance } from '../testing/conformance.ts';
import { carriedFormats, svgCarriers } from './badge-carriers.ts';
import { bakeSvg } from './bake-svg.ts';
import { scanSvg } from './scan-svg.ts';
import { unbakeSvg } from './unbake-svg.ts';

/** The badges as a validating XML parser sees them; undefined when it finds the document broken. */
function badgesByParser(svg: string) {
  const found: { namespace: string; verify: string; body: string }[] = [];
  const open: (number | undefined)[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', (tag) => {
    const isInside = open.some((index) => index !== undefined);
    const isBadge = carriedFormats.some(
      (format) => svgCarriers[format].name === tag.local && svgCarriers[format].namespaces.includes(tag.uri),
    );
    const isFirst = open.length > 0 && !isInside && isBadge;
    open.push(isFirst ? found.length : undefined);
    if (isFirst) found.push({ namespace: tag.uri, verify: tag.attributes.verify?.value.trim() ?? '', body: '' });
  });
  const collect = (text: string) => {
    const badge = found[open.find((index) => index !== undefined) ?? -1];
    if (badge) badge.body += text;
  };
  parser.on('text', collect);
  parser.on('cdata', collect);
  parser.on('closetag', () => void open.pop());
  parser.write(svg).close();
  return broken ? undefined : found.map((badge) => ({ ...badge, body: badge.body.trim() }));
}

const piece = fc.constantFrom(
  '<g>',
  '</g>',
  '<g id="a>b" c=\'"\'/>',
  '<path d="M0 0 L1 1"/>',
  'text',
  '&amp; &#233; &#x1F600;',
  '<!-- <openbadges:credential/> ]]> -->',
  '<?php echo "<svg>" ?>',
  '<![CDATA[<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0"/>]]>',
  '<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0" verify="a.b.c"/>',
  '<openbadges:credential>{"a":"&lt;"}</openbadges:credential>',
  '<openbadges:credential><![CDATA[{}]]]]><![CDATA[>]]><g>x</g></openbadges:credential >',
  '<openbadges:assertion verify=" &quot;x&quot; "></openbadges:assertion>',
  '<credential xmlns="https://purl.imsglobal.org/clr/v2p0"/>',
  '<assertion xmlns="http://openbadges.org">https://example.org</assertion>',
  '<x xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="v"/></x>',
  '<openbadges:credential xmlns:openbadges="https://example.org/other">no</openbadges:credential>',
);
const root = fc.constantFrom(
  '<svg xmlns="http://www.w3.org/2000/svg">',
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">',
  '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n<!-- <svg> -->\n<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:openbadges = "http://openbadges.org" >',
);
const drawing = fc.tuple(root, fc.array(piece, { maxLength: 10 })).map(([opening, pieces]) => {
  const name = opening.includes('<s:svg') ? 's:svg' : 'svg';
  return `${opening}${pieces.join('')}</${name}>\n`;
});

describe('an SVG', () => {
  it('is understood as an XML parser understands it', () => {
    const agree = fc.property(drawing, (svg) => {
      const expected = badgesByParser(svg);
      const scan = scanSvg(svg);

      if (!expected) return;
      if (typeof scan === 'string') throw new Error(`not read: ${svg}`);
      expect(scan.badges.map(({ verify, body }) => ({ verify, body }))).toEqual(
        expected.map(({ verify, body }) => ({ verify, body })),
      );
    });
    fc.assert(agree, { numRuns: 2_000 });
  });

  it('with a badge in it is still XML, and shows what it showed', () => {
    const stays = fc.property(drawing, fc.constantFrom(...carriedFormats), (svg, format) => {
      if (!badgesByParser(svg)) return;

      const baked = bakeSvg(svg, '{"a":"]]> & <b>"}', { format });

      const badges = badgesByParser(baked);
      expect(badges?.[0]).toMatchObject({ namespace: svgCarriers[format].namespaces[0], body: '{"a":"]]> & <b>"}' });
      expect(unbakeSvg(baked)).toMatchObject({ ok: true, texts: expect.arrayContaining(['{"a":"]]> & <b>"}']) });
    });
    fc.assert(stays, { numRuns: 1_000 });
  });

  it.each([
    ['a megabyte of openings', '<'.repeat(1_000_000)],
    ['a megabyte of references', `<svg>${'&'.repeat(1_000_000)}</svg>`],
    ['a megabyte of spaces in a tag', `<svg ${' '.repeat(1_000_000)}`],
    ['a hundred thousand attributes', `<svg ${Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(' ')} <`],
    ['a hundred thousand comments', `<svg>${'<!---->'.repeat(100_000)}`],
    ['comments that never end', `<svg>${'<!--'.repeat(250_000)}`],
    ['sections that never end', `<svg>${'<![CDATA['.repeat(100_000)}`],
  ])('of %s is broken, and that is seen at once', (_, svg) => {
    expect(scanSvg(svg)).toBe('not-svg');
  });
});

describe.skipIf(!conformance.present)('the pictures of the official validator', () => {
  const samples = 'ob3/validator-samples';

  it.each(['simple-json', 'simple-jwt'])('%s.svg gives its badge', (name) => {
    const read = unbakeSvg(conformance.text(`${samples}/${name}.svg`));

    expect(read).toMatchObject({ ok: true, texts: [expect.stringMatching(/^(\{|ey)/)] });
  });
});
