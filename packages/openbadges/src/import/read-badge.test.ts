import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bakeSvg } from '../bake/bake-svg.ts';
import { maxInput } from './read-any.ts';
import { readBadge } from './read-badge.ts';

const jws = 'eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiQSJ9.c2lnbmF0dXJl';
const json = '{"name":"Größe ® ’ 徽章"}';
const bytes = (text: string) => new TextEncoder().encode(text);

function pdfWith(content: Uint8Array | string, filter = ''): Uint8Array {
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj\n<< /Names << /EmbeddedFiles 2 0 R >> >>\nendobj\n3 0 obj\n<< /Type /EmbeddedFile ${filter} >>\nstream\n`,
    ),
    Buffer.from(content as Uint8Array),
    Buffer.from('\nendstream\nendobj\n%%EOF'),
  ]);
}

describe('what somebody brings', () => {
  it.each([
    ['JSON', json, { carrier: 'json', form: 'json', text: json, json: JSON.parse(json) }],
    ['JSON after a byte order mark', `\uFEFF${json}`, { form: 'json', text: json }],
    ['JSON in UTF-16', Buffer.from(`\uFEFF${json}`, 'utf16le'), { form: 'json', text: json }],
    [
      'an SVG in the encoding it declares',
      Buffer.from(
        `<?xml version="1.0" encoding="ISO-8859-1"?><svg><o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0">{"name":"Größe"}</o:credential></svg>`,
        'latin1',
      ),
      { carrier: 'svg', text: '{"name":"Größe"}' },
    ],
    ['a compact JWS', jws, { carrier: 'jwt', form: 'jws', text: jws }],
    ['a JWS broken into lines', jws.replace('.', '.\n'), { form: 'jws', text: jws }],
    ['a JWS in quotation marks', `"${jws}"`, { carrier: 'jwt', form: 'jws', text: jws }],
    [
      'an address',
      ' https://example.org/badge/1 \n',
      { carrier: 'url', form: 'url', text: 'https://example.org/badge/1' },
    ],
    [
      'an SVG',
      bytes(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', jws)),
      { carrier: 'svg', form: 'jws', text: jws },
    ],
    ['a PDF with an attachment', pdfWith(json), { carrier: 'pdf', form: 'json', text: json }],
    [
      'a PDF with a deflated attachment',
      pdfWith(deflateSync(json), '/Filter /FlateDecode'),
      { carrier: 'pdf', text: json },
    ],
    [
      'a ZIP',
      zipSync({ 'badges/one.json': bytes(json) }),
      { carrier: 'json', text: json, fileName: 'badges/one.json' },
    ],
  ])('is found in %s', (_, input, expected) => {
    const reading = readBadge(input);

    expect(reading).toMatchObject({ ok: true, documents: [expected] });
  });

  it('is every badge of a ZIP, whatever else is in it', () => {
    const archive = zipSync({
      'a.json': bytes(json),
      'readme.txt': bytes('hello'),
      'b.svg': bytes(bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', jws)),
      'inner.zip': zipSync({ 'c.json': bytes(json) }),
    });

    const reading = readBadge(archive);

    expect(reading.ok && reading.documents.map(({ fileName }) => fileName)).toEqual([
      'a.json',
      'b.svg',
      'inner.zip › c.json',
    ]);
  });

  it('may lie in a ZIP in a ZIP, and no deeper', () => {
    const inner = zipSync({ 'c.json': bytes(json), 'd.zip': zipSync({ 'e.json': bytes(json) }) });

    const reading = readBadge(zipSync({ 'b.zip': inner }));

    expect(reading.ok && reading.documents.map(({ fileName }) => fileName)).toEqual(['b.zip › c.json']);
  });

  it('is read from a ZIP of a thousand pictures', () => {
    const picture = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', jws);
    const files = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`${index}.svg`, bytes(picture)]));

    const reading = readBadge(zipSync(files));

    expect(reading.ok && reading.documents).toHaveLength(1_000);
  });

  it('never becomes a path or a lie by the name of its file', () => {
    const reading = readBadge(zipSync({ '../../etc/\u0007gnp.\u202ejson': bytes(json) }));

    expect(reading.ok && reading.documents[0]?.fileName).toBe('../../etc/gnp.json');
  });

  it('is left alone in a ZIP where its checksum is wrong', () => {
    const archive = zipSync({ 'a.json': bytes(json) }, { level: 0 });
    archive[archive.indexOf('{'.charCodeAt(0))] = '['.charCodeAt(0);

    expect(readBadge(archive)).toMatchObject({ ok: false, code: 'import.container-without-badge' });
  });

  it('behind a password says so', () => {
    const archive = zipSync({ 'a.json': bytes(json) });
    const directory = Buffer.from(archive).indexOf('PK\x01\x02');
    archive[directory + 8] = 1;

    expect(readBadge(archive)).toMatchObject({ ok: false, code: 'import.container-encrypted' });
  });

  it('in more files than are looked at is refused', () => {
    const files = Object.fromEntries(Array.from({ length: 5_001 }, (_, index) => [`${index}`, new Uint8Array()]));

    expect(readBadge(zipSync(files))).toMatchObject({ ok: false, code: 'import.too-many-files' });
  });

  it('in files that all unfold the same damaged bytes is given up early', () => {
    const archive = Buffer.from(zipSync({ 'a.json': new Uint8Array(60 * 1024 * 1024) }));
    const directory = archive.indexOf('PK\x01\x02');
    const entry = archive.subarray(directory, archive.length - 22);
    entry.writeUInt32LE(1, 16);
    const end = Buffer.from(archive.subarray(-22));
    end.writeUInt16LE(4_000, 10);

    const reading = readBadge(Buffer.concat([archive.subarray(0, directory), ...Array(4_000).fill(entry), end]));

    expect(reading).toMatchObject({ ok: false, code: 'import.too-large' });
  });

  it('is named by its bytes and not by its name', () => {
    expect(readBadge(bytes(json), { fileName: 'badge.png', contentType: 'image/png' })).toMatchObject({ ok: true });
  });

  it.each([
    ['nothing', '', 'import.empty', {}],
    ['a photograph', Buffer.from('\xff\xd8\xff\xe0 photo', 'latin1'), 'import.other-picture', { kind: 'JPEG' }],
    ['a WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), 'import.other-picture', { kind: 'WebP' }],
    [
      'an SVG without a badge',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'import.picture-without-badge',
      { kind: 'SVG' },
    ],
    ['a web page', '<!doctype html><html><body><svg></svg></body></html>', 'import.web-page', {}],
    ['broken JSON', '{"name":', 'import.broken-json', {}],
    ['a selective disclosure token', `${jws}~WyJzIl0~`, 'import.not-understood', { kind: 'SD-JWT' }],
    ['other bytes', Buffer.from([0, 1, 2, 3]), 'import.not-understood', { kind: 'text' }],
    [
      'a PDF without an attachment',
      Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'),
      'import.container-without-badge',
      { kind: 'PDF' },
    ],
    ['a PDF of nothing', Buffer.from('%PDF-1.7\n'), 'import.container-not-read', { kind: 'PDF' }],
    ['an encrypted PDF', Buffer.from('%PDF-1.7\n/Encrypt 1 0 R'), 'import.container-encrypted', { kind: 'PDF' }],
    ['half a ZIP', zipSync({ 'a.json': bytes(json) }).subarray(0, 40), 'import.container-not-read', { kind: 'ZIP' }],
    ['an empty ZIP', zipSync({}), 'import.container-without-badge', { kind: 'ZIP' }],
    ['a ZIP without a badge', zipSync({ 'a.txt': bytes('hello') }), 'import.container-without-badge', { kind: 'ZIP' }],
  ])('and is %s gets a named reason', (_, input, code, values) => {
    expect(readBadge(input)).toMatchObject({ ok: false, code, values });
  });

  it('in words says which file it was', () => {
    expect(readBadge(bytes('hello'), { fileName: 'notes.docx' })).toMatchObject({ values: { kind: 'DOCX' } });
  });

  it.each(['{"a":', '['])('with 10,000 levels of %s is refused before it is parsed', (level) => {
    expect(readBadge(level.repeat(10_000))).toMatchObject({ ok: false, code: 'import.too-deep' });
  });

  it('with many brackets inside a string is not deep', () => {
    expect(readBadge(JSON.stringify({ name: `"\\${'['.repeat(10_000)}` }))).toMatchObject({ ok: true });
  });

  it('larger than any badge is refused', () => {
    expect(readBadge(new Uint8Array(maxInput + 1))).toMatchObject({ ok: false, code: 'import.too-large' });
  });

  it('as a ZIP that unfolds without end is refused', () => {
    const bomb = zipSync({ 'a.json': new Uint8Array(65 * 1024 * 1024) }, { level: 6 });

    expect(readBadge(bomb)).toMatchObject({ ok: false, code: 'import.too-large' });
  });

  it('as a damaged ZIP gets a named reason', () => {
    const archive = zipSync({ 'a.json': bytes(json.repeat(50)) });
    archive.fill(0xff, 40, 60);

    expect(readBadge(archive).ok).toBe(false);
  });
});
