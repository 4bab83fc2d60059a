import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderPng } from './render-png.ts';
import { sanitiseSvg } from './sanitise-svg.ts';

const drawing = (inner: string, attributes = 'viewBox="0 0 100 100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

const shape = '<rect id="kept" width="10" height="10" fill="#ff0000"/>';

function codeOf(svg: string): string | undefined {
  try {
    sanitiseSvg(svg);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

function isWellFormed(svg: string): boolean {
  new SaxesParser({ xmlns: true }).write(svg).close();
  return true;
}

const attacks: [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['a script in another namespace', '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'],
  ['a script with an address', '<script href="http://evil.example/x.js"/>'],
  ['an event', '<circle r="5" onload="alert(1)" onclick="alert(1)"/>'],
  [
    'a page inside',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="alert(1)"/></body></foreignObject>',
  ],
  ['a link to a script', '<a xlink:href="javascript:alert(1)"><circle r="5"/></a>'],
  ['a link to a script with white space', '<a href=" java&#10;script:alert(1)"><circle r="5"/></a>'],
  ['a picture from elsewhere', '<image href="http://evil.example/track.png" width="5" height="5"/>'],
  ['a picture with a script address', '<image xlink:href="data:text/html,&lt;script>alert(1)&lt;/script>"/>'],
  ['an SVG inside a picture', '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'],
  ['a use of another file', '<use href="http://evil.example/x.svg#a"/><use xlink:href="//evil.example/x.svg#a"/>'],
  ['a style that loads', '<rect style="fill:url(http://evil.example/a)" width="1" height="1"/>'],
  ['a fill that loads', '<rect fill="url(http://evil.example/a)" width="1" height="1"/>'],
  ['a fill that loads, escaped', '<rect fill="u\\72l(http://evil.example/a)" width="1" height="1"/>'],
  ['a filter that loads', '<rect filter="url(#a) url(//evil.example/f#x)" width="1" height="1"/>'],
  ['a style sheet that imports', '<style>@import url(http://evil.example/a.css);</style>'],
  ['a font from elsewhere', '<style>@font-face{font-family:x;src:url(http://evil.example/f.woff)}</style>'],
  ['an animated address', '<a><animate attributeName="href" to="javascript:alert(1)"/><circle r="5"/></a>'],
  ['a set', '<set attributeName="onclick" to="alert(1)"/>'],
  ['an unknown namespace', '<i:pgf xmlns:i="http://ns.evil.example/">alert(1)</i:pgf>'],
  [
    'an attribute of another namespace',
    '<rect xmlns:e="http://evil.example/" e:onload="alert(1)" width="1" height="1"/>',
  ],
  ['an iframe in a title', '<title><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></title>'],
  ['an embedded handler', '<handler xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load">alert(1)</handler>'],
];

describe('an uploaded SVG', () => {
  it.each(attacks)('loses %s and keeps its shapes', async (_, attack) => {
    const clean = sanitiseSvg(drawing(attack + shape));

    expect(clean).not.toMatch(
      /evil|alert|javascript|script|onload|onclick|onerror|data:|style|import|<a[\s>]|animate/i,
    );
    expect(clean).toContain('id="kept"');
    expect(isWellFormed(clean)).toBe(true);
    expect((await renderPng(clean, 16)).length).toBeGreaterThan(50);
  });

  it('keeps gradients, clips, filters and references within the file', () => {
    const inner =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><clipPath id="c"><circle r="5"/></clipPath>' +
      '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter></defs>' +
      `<g clip-path="url('#c')" filter="url(#f)" fill="url(#g)"><path d="M0 0L5 5"/></g><use xlink:href="#c"/>`;

    const clean = sanitiseSvg(drawing(inner));

    for (const kept of [
      '<linearGradient id="g">',
      'clip-path="url(#c)"',
      'filter="url(#f)"',
      'fill="url(#g)"',
      '<use href="#c"/>',
    ]) {
      expect(clean).toContain(kept);
    }
  });

  it('turns the style sheet of a drawing program into attributes', () => {
    const inner =
      '<style>/* made */ .st0, .st1 { fill: #123456; stroke-width: 2 } #kept{fill:#abcdef}</style><rect class="st0" style="opacity:.5;behavior:x"/>';

    const clean = sanitiseSvg(drawing(inner + shape));

    expect(clean).toContain('<rect fill="#123456" stroke-width="2" opacity=".5"/>');
    expect(clean).toContain('fill="#abcdef"');
    expect(clean).not.toMatch(/style|class|behavior/);
  });

  it('keeps a PNG inside it, unless that is a bomb', async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const embedded = (bytes: Buffer) => drawing(`<image href="data:image/png;base64,${bytes.toString('base64')}"/>`);

    const kept = sanitiseSvg(embedded(png));
    const refused = sanitiseSvg(embedded(bomb));

    expect(kept).toContain('href="data:image/png;base64,');
    expect(refused).not.toContain('data:');
  });

  it('is set in the middle of a square, and cut off at its own frame', () => {
    const clean = sanitiseSvg(drawing(shape, 'width="200mm" height="100mm" viewBox="10 20 40 20" onload="x()"'));

    expect(clean).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 40 40" role="img"><svg /);
    expect(clean).toContain('viewBox="10 20 40 20"');
    expect(clean).toContain('y="10"');
  });

  it('keeps the words of a text, escaped', () => {
    const clean = sanitiseSvg(drawing('<text>A &lt;b&gt; &amp; <tspan>c</tspan></text><g>stray</g>'));

    expect(clean).toContain('<text>A &#60;b&#62; &#38; <tspan>c</tspan></text>');
    expect(clean).not.toContain('stray');
  });

  it('may name its document type, but declare nothing there', () => {
    const named = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${drawing(shape)}`;
    const bomb = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${drawing('<text>&b;</text>')}`;
    const outside = `<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>${drawing('<text>&x;</text>')}`;

    const codes = [codeOf(named), codeOf(bomb), codeOf(outside)];

    expect(codes).toEqual([undefined, 'image.svg-doctype', 'image.svg-doctype']);
  });

  it('comes out the same when it is sanitised again', () => {
    const once = sanitiseSvg(drawing(shape));
    expect(sanitiseSvg(once)).toContain('id="kept"');
  });

  const doubling = Array.from(
    { length: 24 },
    (_, level) => `<g id="l${level + 1}"><use href="#l${level}"/><use href="#l${level}"/></g>`,
  );
  const chain = Array.from({ length: 5000 }, (_, level) => `<use id="c${level}" href="#c${level + 1}"/>`);

  it.each([
    ['nested too deeply', drawing('<g>'.repeat(5000) + '</g>'.repeat(5000)), 'image.svg-too-complex'],
    [
      'nested too deeply in parts that are left out',
      drawing('<x>'.repeat(5000) + '</x>'.repeat(5000)),
      'image.svg-too-complex',
    ],
    ['nested too deeply in links', drawing('<a>'.repeat(5000) + '</a>'.repeat(5000)), 'image.svg-too-complex'],
    ['made of too many parts', drawing('<g/>'.repeat(10_001)), 'image.svg-too-complex'],
    [
      'doubled by every use',
      drawing(`<defs><g id="l0"><path d="M0 0"/></g>${doubling.join('')}</defs><use href="#l24"/>`),
      'image.svg-too-complex',
    ],
    ['a long chain of uses', drawing(chain.join('')), 'image.svg-too-complex'],
    ['drawn with itself', drawing('<g id="a"><use href="#a"/></g>'), 'image.svg-too-complex'],
    ['full of filters', drawing('<filter id="f"/>'.repeat(21)), 'image.svg-too-complex'],
    ['larger than half a megabyte', drawing(`<path d="${'M0 0'.repeat(200_000)}"/>`), 'image.svg-too-large'],
    ['a page', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'image.svg-not-svg'],
    ['without its namespace', '<svg viewBox="0 0 1 1"/>', 'image.svg-not-svg'],
    ['cut off', drawing(shape).slice(0, -8), 'image.svg-broken'],
    ['not even XML', 'hello', 'image.svg-broken'],
    ['empty', '', 'image.svg-broken'],
    ['using an entity nobody declared', drawing('<text>&nbsp;</text>'), 'image.svg-broken'],
    ['without a size', drawing(shape, ''), 'image.svg-no-size'],
    ['of no size', drawing(shape, 'viewBox="0 0 0 10"'), 'image.svg-no-size'],
    ['of endless size', drawing(shape, 'viewBox="0 0 1e300 10"'), 'image.svg-no-size'],
  ])('is refused when it is %s', (_, svg, code) => {
    expect(codeOf(svg)).toBe(code);
  });
});
