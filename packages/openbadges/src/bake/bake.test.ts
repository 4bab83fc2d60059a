import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { carriedFormats, maxBakedText, maxSvg } from './badge-carriers.ts';
import { bakePng, bakePngParts } from './bake-png.ts';
import { bakeSvg } from './bake-svg.ts';
import { carriedFormatOf } from './carried-format-of.ts';
import { crc32 } from './crc32.ts';
import { unbake } from './unbake.ts';
import { unbakePng } from './unbake-png.ts';
import { unbakeSvg } from './unbake-svg.ts';

const jws = 'eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiQSJ9.c2lnbmF0dXJl';
const json = '{"name":"Größe — ® ’ 徽章","narrative":"a ]]> b ]]]]> c","markup":"</openbadges:credential><b/>"}';
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const emptySvg =
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>';

function chunk(type: string, content: Uint8Array | string): Buffer {
  const body = Buffer.concat([Buffer.from(type), Buffer.from(content as Uint8Array)]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(body.length - 4, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

function png(...chunks: Buffer[]): Uint8Array {
  const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 0])));
  return Buffer.concat([
    Buffer.from(signature),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    ...chunks,
    pixels,
    chunk('IEND', ''),
  ]);
}

function iTXt(keyword: string, flag: number, content: Uint8Array | string): Buffer {
  return chunk(
    'iTXt',
    Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from([flag, 0, 0, 0]), Buffer.from(content)]),
  );
}

describe('a PNG', () => {
  it.each([
    ['JSON', json],
    ['a compact JWS', jws],
  ])('gives back %s exactly as it was baked', (_, text) => {
    const baked = bakePng(png(), text);

    expect(unbakePng(baked)).toEqual({ ok: true, texts: [text] });
  });

  it('keeps every other byte, and holds the badge directly after its header', () => {
    const picture = png(chunk('tEXt', 'Author\0Somebody'));

    const baked = Buffer.from(bakePng(picture, json));

    expect(baked.subarray(0, 33)).toEqual(Buffer.from(picture).subarray(0, 33));
    expect(baked.subarray(37, 61).toString()).toBe('iTXtopenbadgecredential\0');
    expect(baked.subarray(baked.length - (picture.length - 33))).toEqual(Buffer.from(picture).subarray(33));
  });

  it('holds one badge only: the new one takes the place of the old one', () => {
    const baked = bakePng(bakePng(png(), 'older'), json);

    expect(unbakePng(baked)).toEqual({ ok: true, texts: [json] });
    expect(baked.length).toBe(bakePng(png(), json).length);
  });

  it('keeps several badges of one kind when asked to, the newest first', () => {
    const two = bakePng(bakePng(png(), 'first'), 'second', { keepOthers: true });

    const three = bakePng(two, '{}', { format: 'clrcredential' });

    expect(unbakePng(three)).toEqual({ ok: true, texts: ['second', 'first', '{}'] });
  });

  it.each(carriedFormats)('holds a badge under the keyword %s', (format) => {
    const baked = Buffer.from(bakePng(bakePng(png(), 'older', { format }), json, { format }));

    expect(baked.indexOf(`iTXt${format}\0\0\0\0\0{`)).toBe(37);
    expect(unbakePng(baked)).toEqual({ ok: true, texts: [json] });
  });

  it('baked in pieces shares the bytes of the picture', () => {
    const picture = bakePng(png(), 'older');

    const parts = bakePngParts(picture, json);

    expect(Buffer.concat(parts)).toEqual(Buffer.from(bakePng(picture, json)));
    expect(parts.filter((part) => part.buffer === picture.buffer)).toHaveLength(2);
  });

  it('that moves keeps its frames, and what stands behind its end', () => {
    const moving = Buffer.concat([
      png(chunk('acTL', Buffer.alloc(8)), chunk('fcTL', Buffer.alloc(26))),
      Buffer.from('tail'),
    ]);

    const baked = Buffer.from(bakePng(moving, json));

    expect(baked.subarray(-moving.length + 33)).toEqual(moving.subarray(33));
  });

  it('takes no badge larger than what is read again', () => {
    const attempt = () => bakePng(png(), 'x'.repeat(maxBakedText + 1));

    expect(attempt).toThrowError(expect.objectContaining({ code: 'bake.too-large' }));
  });

  it('with many badges of which each unfolds to megabytes gives those that are bounded together', () => {
    const large = iTXt('openbadges', 1, deflateSync(Buffer.alloc(3 * 1024 * 1024, 'x')));

    const read = unbakePng(png(large, large, large, large, large));

    expect(read.ok && read.texts.map(({ length }) => length)).toEqual([3 * 1024 * 1024, 3 * 1024 * 1024]);
  });

  it.each([
    ['a compressed iTXt', iTXt('openbadgecredential', 1, deflateSync(json))],
    ['a tEXt of before 2013', chunk('tEXt', 'openbadges\0https://example.org/assertion/1')],
    ['a zTXt', chunk('zTXt', Buffer.concat([Buffer.from('openbadges\0\0'), deflateSync('https://example.org/1')]))],
    ['a learner record', iTXt('clrcredential', 0, '{}')],
  ])('is read when the badge is in %s', (_, carrier) => {
    expect(unbakePng(png(carrier))).toMatchObject({ ok: true, texts: [expect.stringMatching(/^(\{|https:)/)] });
  });

  it('with an older and a newer badge gives the newer first', () => {
    const both = png(iTXt('openbadges', 0, 'older'), iTXt('openbadgecredential', 0, 'newer'));

    expect(unbakePng(both)).toEqual({ ok: true, texts: ['newer', 'older'] });
  });

  it.each([
    ['UTF-8 in a tEXt', 'tEXt', 'utf8'],
    ['Latin-1 in a tEXt', 'tEXt', 'latin1'],
  ] as const)('keeps its letters when they are written as %s', (_, type, encoding) => {
    const content = Buffer.concat([Buffer.from('openbadges\0'), Buffer.from('{"name":"Größe ®"}', encoding)]);

    expect(unbakePng(png(chunk(type, content)))).toEqual({ ok: true, texts: ['{"name":"Größe ®"}'] });
  });

  it('with one damaged badge still gives the other', () => {
    const damaged = iTXt('openbadgecredential', 1, 'not deflated');

    expect(unbakePng(png(damaged, iTXt('openbadges', 0, 'older')))).toEqual({ ok: true, texts: ['older'] });
  });

  it('without a badge explains itself', () => {
    expect(unbakePng(png())).toEqual({
      ok: false,
      code: 'import.picture-without-badge',
      values: { kind: 'PNG' },
      sentence: expect.stringMatching(/^This PNG picture holds no badge\. Phones/),
      remedy: expect.stringContaining('Ask for the original'),
    });
  });

  it('whose compressed text grows without end is given up early', () => {
    const bomb = png(iTXt('openbadgecredential', 1, deflateSync(Buffer.alloc(16 * 1024 * 1024))));
    const before = process.memoryUsage().arrayBuffers;

    expect(unbakePng(bomb)).toMatchObject({ ok: false, code: 'import.badge-too-large' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  });

  it.each([
    ['one bit of the badge changed', (bytes: Buffer) => bytes.writeUInt8((bytes[80] as number) ^ 1, 80)],
    ['a chunk longer than the file', (bytes: Buffer) => bytes.writeUInt32BE(0x7fffffff, 33)],
    ['no header', (bytes: Buffer) => bytes.write('XXXX', 12)],
  ])('with %s is called damaged', (_, damage) => {
    const baked = Buffer.from(bakePng(png(), json));

    damage(baked);

    expect(unbakePng(baked)).toMatchObject({ ok: false, code: 'import.damaged-picture' });
  });

  it.each([20, 40, 90])('cut off after %i bytes is called damaged', (length) => {
    const cut = bakePng(png(), json).subarray(0, length);

    expect(unbakePng(cut)).toMatchObject({ ok: false, code: 'import.damaged-picture' });
    expect(() => bakePng(cut, json)).toThrowError(expect.objectContaining({ code: 'bake.damaged-png' }));
  });

  it('cut off behind its badge still gives it', () => {
    const baked = bakePng(png(), json);

    expect(unbakePng(baked.subarray(0, baked.length - 20))).toEqual({ ok: true, texts: [json] });
  });

  it('with a damaged compressed text is called damaged', () => {
    const damaged = png(iTXt('openbadgecredential', 1, deflateSync(json).subarray(0, 20)));

    expect(unbakePng(damaged)).toMatchObject({ ok: false, code: 'import.damaged-picture' });
  });

  it('of a hundred thousand text chunks is read in one go', () => {
    const filler = chunk('tEXt', `x\0${'y'.repeat(20)}`);
    const picture = bakePng(png(...Array.from({ length: 100_000 }, () => filler)), json);

    expect(unbakePng(picture)).toEqual({ ok: true, texts: [json] });
  });

  it('of more chunks than any picture has is called damaged', () => {
    const picture = png(Buffer.alloc(12 * 300_000, chunk('aaAa', '')));

    expect(unbakePng(picture)).toMatchObject({ ok: false, code: 'import.damaged-picture' });
  });

  it('that is none is refused when a badge should go into it', () => {
    expect(() => bakePng(Buffer.from('GIF89a'), json)).toThrowError(
      expect.objectContaining({ code: 'bake.not-a-png' }),
    );
  });
});

describe('an SVG', () => {
  it.each([
    ['JSON', json],
    ['a compact JWS', jws],
  ])('gives back %s exactly as it was baked', (_, text) => {
    const baked = bakeSvg(emptySvg, text);

    expect(unbakeSvg(baked)).toEqual({ ok: true, texts: [text] });
  });

  it('holds one badge only, and keeps the rest as it was', () => {
    const baked = bakeSvg(bakeSvg(emptySvg, jws), json);

    expect(unbakeSvg(baked)).toEqual({ ok: true, texts: [json] });
    expect(baked.endsWith('<path d="M0 0"/></svg>')).toBe(true);
    expect(baked.match(/xmlns:openbadges/g)).toHaveLength(1);
  });

  it('with an Open Badges 2.0 badge takes a newer one beside it', () => {
    const older =
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org"><openbadges:assertion verify="https://example.org/1"/></svg>';

    expect(unbakeSvg(bakeSvg(older, json))).toEqual({ ok: true, texts: [json, 'https://example.org/1'] });
  });

  it.each([
    ['any prefix', `<svg xmlns:b="https://purl.imsglobal.org/ob/v3p0"><b:credential verify="${jws}"/></svg>`],
    ['a namespace of its own', `<svg><credential xmlns="https://purl.imsglobal.org/ob/v3p0" verify="${jws}"/></svg>`],
    ['a learner record', `<svg xmlns:c="https://purl.imsglobal.org/clr/v2p0"><c:credential verify="${jws}"/></svg>`],
    ['an older badge', `<svg xmlns:o="http://openbadges.org"><g><o:assertion verify="${jws}"/></g></svg>`],
  ])('is read when the badge has %s', (_, svg) => {
    expect(unbakeSvg(svg)).toEqual({ ok: true, texts: [jws] });
  });

  it('with the right prefix and another namespace holds no badge', () => {
    const svg = `<svg xmlns:openbadges="https://example.org/"><openbadges:credential verify="${jws}"/></svg>`;

    expect(unbakeSvg(svg)).toMatchObject({ ok: false, code: 'import.picture-without-badge' });
  });

  it('with a badge whose prefix is bound to nothing is damaged, and takes no other', () => {
    const svg = `<svg><openbadges:credential verify="${jws}"/></svg>`;

    expect(unbakeSvg(svg)).toMatchObject({ ok: false, code: 'import.damaged-picture' });
    expect(() => bakeSvg(svg, json)).toThrowError(expect.objectContaining({ code: 'bake.not-an-svg' }));
  });

  it('larger than any drawing is refused before it is read', () => {
    const svg = `<svg>${' '.repeat(maxSvg)}</svg>`;

    expect(unbakeSvg(svg)).toMatchObject({ ok: false, code: 'import.too-large' });
    expect(() => bakeSvg(svg, json)).toThrowError(expect.objectContaining({ code: 'bake.too-large' }));
  });

  it('that declares entities is refused', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>`;

    expect(unbakeSvg(bomb)).toMatchObject({ ok: false, code: 'import.svg-with-entities' });
  });

  it('with an empty root opens it', () => {
    const baked = bakeSvg('<s:svg xmlns:s="http://www.w3.org/2000/svg" width="1" />\n', jws);

    expect(baked).toMatch(
      /^<s:svg [^>]*width="1" xmlns:openbadges="[^"]+"><openbadges:credential verify="[^"]+"\/><\/s:svg>\n$/,
    );
    expect(unbakeSvg(baked)).toEqual({ ok: true, texts: [jws] });
  });

  it('keeps several badges of one kind when asked to, the newest first', () => {
    const two = bakeSvg(bakeSvg(emptySvg, json), jws, { keepOthers: true });

    expect(unbakeSvg(bakeSvg(two, '{}', { format: 'clrcredential' }))).toEqual({ ok: true, texts: [jws, json, '{}'] });
  });

  it('names the address of a hosted badge beside its body', () => {
    const hosted = '{"id":"https://example.org/a?b=1&c=2","type":"Assertion"}';

    const baked = bakeSvg(emptySvg, hosted, { format: 'openbadges' });

    expect(baked).toContain('<openbadges:assertion verify="https://example.org/a?b=1&amp;c=2"><![CDATA[{');
    expect(baked).toContain('xmlns:openbadges="http://openbadges.org"');
    expect(unbakeSvg(baked)).toEqual({ ok: true, texts: [hosted] });
  });

  it('names the address by which a badge of 1.0 is verified', () => {
    const older = '{"uid":"1","verify":{"type":"hosted","url":"https://example.org/1"}}';

    expect(bakeSvg(emptySvg, older, { format: 'openbadges' })).toContain('verify="https://example.org/1"');
  });

  it('takes an address alone', () => {
    const baked = bakeSvg(emptySvg, 'https://example.org/1?a&b="', { format: 'openbadges' });

    expect(unbakeSvg(baked)).toEqual({ ok: true, texts: ['https://example.org/1?a&b="'] });
  });

  it('holds letters that XML forbids as JSON can write them', () => {
    const baked = bakeSvg(emptySvg, '{"a":"\ufffe \ud800 \u{1f600}"}');

    expect(unbakeSvg(baked)).toEqual({ ok: true, texts: ['{"a":"\\ufffe \\ud800 \u{1f600}"}'] });
  });

  it('that declares entities takes no badge', () => {
    const attempt = () => bakeSvg('<!DOCTYPE svg [<!ENTITY a "b">]><svg></svg>', json);

    expect(attempt).toThrowError(expect.objectContaining({ code: 'bake.svg-with-entities' }));
  });

  it.each([
    '<svg>',
    'not xml',
    '<html></html>',
    `<svg>${'<g>'.repeat(20_000)}`,
    '<svg></svg><svg></svg>',
    '<svg><a></b></svg>',
    '<svg a="></svg>',
    '<svg "a"></svg>',
    '<svg/>x',
    '<svg>&unknown;</svg>',
    '',
  ])('that is broken (%.20s) is called damaged', (svg) => {
    expect(unbakeSvg(svg)).toMatchObject({ ok: false, code: 'import.damaged-picture' });
    expect(() => bakeSvg(svg, json)).toThrowError(expect.objectContaining({ code: 'bake.not-an-svg' }));
  });
});

describe('a picture', () => {
  const words = (text: string) => Buffer.from(text, 'latin1');

  it.each([
    ['PNG', bakePng(png(), json)],
    ['SVG', Buffer.from(`\uFEFF${bakeSvg(emptySvg, json)}`)],
  ])('gives its badge whatever it is called, here a %s', (_, picture) => {
    expect(unbake(picture)).toEqual({ ok: true, texts: [json] });
  });

  it.each([
    ['JPEG', words('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['WebP', words('RIFF\x10\0\0\0WEBPVP8 ')],
    ['GIF', words('GIF89a')],
    ['HEIC', words('\0\0\0\x18ftypheic')],
  ])('that is a %s is named, and where badges travel', (kind, picture) => {
    const read = unbake(picture);

    expect(read).toMatchObject({ ok: false, code: 'import.other-picture', values: { kind } });
    expect(!read.ok && read.sentence).toMatch(new RegExp(`^This is a ${kind} picture. Badges travel in PNG or SVG`));
  });

  it.each([words('%PDF-1.7'), words('PK\x03\x04'), words('hello'), new Uint8Array(0), words('\xff\xfe\xfd')])(
    'that is none is not understood',
    (file) => {
      expect(unbake(file)).toMatchObject({ ok: false, code: 'import.not-understood' });
    },
  );

  it.each([
    ['openbadgecredential', '{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["OpenBadgeCredential"]}'],
    ['clrcredential', '{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["ClrCredential"]}'],
    ['openbadges', '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","badge":"https://a.example/b"}'],
    ['openbadges', 'https://example.org/assertion/1'],
    ['openbadgecredential', 'not a badge'],
  ])('carries as %s what says so itself', (format, badge) => {
    expect(carriedFormatOf(badge)).toBe(format);
  });
});
