import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBadge } from '../import/read-badge.ts';
import { attachToPdf } from './attach-to-pdf.ts';

const badge = '{"@context":["https://www.w3.org/ns/credentials/v2"],"name":"Größe ® 徽章"}';
const jws = 'eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiQSJ9.c2lnbmF0dXJl';

/** A PDF of these objects, numbered from 1; the first is the catalog. */
function classicPdf(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${offset}`.padStart(10, '0');
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((each) => `${each} 00000 n \n`).join('')}`;
  text += `trailer\n<</Size ${objects.length + 1} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

/** The same with its objects in an object stream, and a cross-reference stream, both deflated with a predictor. */
function modernPdf(objects: string[]): Buffer {
  const head = Buffer.from('%PDF-1.7\n');
  let at = 0;
  const header = objects.map((object, index) => {
    const place = `${index + 1} ${at}`;
    at += object.length + 1;
    return place;
  });
  const first = `${header.join(' ')} `;
  const inner = deflateSync(`${first}${objects.join(' ')}`);
  const container = objects.length + 1;
  const stream = Buffer.concat([
    Buffer.from(
      `${container} 0 obj\n<</Type /ObjStm /N ${objects.length} /First ${first.length} /Filter /FlateDecode /Length ${inner.length}>>\nstream\r\n`,
    ),
    inner,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const start = head.length + stream.length;
  const rows = [[0, 0, 0], ...objects.map((_, index) => [2, container, index]), [1, head.length, 0], [1, start, 0]];
  const bytes = rows.map(([kind = 0, second = 0, third = 0]) => [kind, second >> 8, second & 255, third]);
  // PNG "up": each row as its difference from the one above.
  const predicted = bytes.flatMap((row, index) => [
    2,
    ...row.map((byte, i) => (byte - (bytes[index - 1]?.[i] ?? 0)) & 255),
  ]);
  const packed = deflateSync(Buffer.from(predicted));
  return Buffer.concat([
    head,
    stream,
    Buffer.from(
      `${container + 1} 0 obj\n<</Type /XRef /Size ${container + 2} /Root 1 0 R /W [1 2 1] /Filter [/FlateDecode] /DecodeParms [<</Predictor 12 /Columns 4>>] /Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`),
  ]);
}

const pages = [
  '<</Type /Catalog /Pages 2 0 R>>',
  '<</Type /Pages /Kids [3 0 R] /Count 1>>',
  '<</Type /Page /Parent 2 0 R>>',
];
const kinds: [string, Buffer][] = [
  ['with a cross-reference table', classicPdf(pages)],
  ['with object and cross-reference streams', modernPdf(pages)],
];

describe.each(kinds)('a PDF %s', (_, pdf) => {
  it('takes a badge, and every byte of it stays', () => {
    const attached = attachToPdf(pdf, { name: 'badge.json', text: badge, mediaType: 'application/vc+ld+json' });

    expect(Buffer.from(attached.subarray(0, pdf.length))).toEqual(pdf);
    expect(readBadge(attached)).toEqual({
      ok: true,
      documents: [{ carrier: 'pdf', form: 'json', text: badge, json: JSON.parse(badge), fileName: 'badge.json' }],
    });
    expect(Buffer.from(attached).toString('latin1')).toContain('/Subtype /application#2fvc+ld+json');
  });

  it('takes several, replaces one of the same name, and keeps their names', () => {
    const first = attachToPdf(pdf, { name: 'b.jws', text: 'to be replaced' });
    const second = attachToPdf(first, { name: 'ä-徽章.json', text: badge });

    const third = attachToPdf(second, { name: 'b.jws', text: jws });

    const reading = readBadge(third);
    expect(reading.ok && reading.documents.map(({ fileName, form }) => [fileName, form])).toEqual([
      ['b.jws', 'jws'],
      ['ä-徽章.json', 'json'],
    ]);
  });

  it('whose cross-references point nowhere is still read, and takes no badge', () => {
    const attached = Buffer.from(attachToPdf(pdf, { name: 'badge.json', text: badge }));
    const damaged = Buffer.concat([Buffer.from('%PDF-1.7\nmore than there was\n'), attached]);

    expect(readBadge(damaged)).toMatchObject({ ok: true, documents: [{ text: badge }] });
    expect(() => attachToPdf(damaged, { name: 'a', text: badge })).toThrowError(
      expect.objectContaining({ code: 'bake.damaged-pdf' }),
    );
  });

  it('gives no badge when it has none', () => {
    expect(readBadge(pdf)).toMatchObject({ ok: false, code: 'import.container-without-badge' });
  });
});

describe('a badge in a PDF', () => {
  const file = (extra = '') => `<</Type /EmbeddedFile ${extra} /Length ${jws.length}>>\nstream\n${jws}\nendstream`;
  const specification = '<</Type /Filespec /F (badge\\056jws) /EF <</F 5 0 R>>>>';

  it.each([
    [
      'a name tree with kids',
      ['<</Names <</EmbeddedFiles 2 0 R>>>>', '<</Kids [3 0 R 2 0 R]>>', '<</Names [(x) 4 0 R]>>'],
    ],
    ['associated files', ['<</AF [4 0 R]>>', 'null', 'null']],
    [
      'an annotation on a page',
      ['<</Pages 2 0 R>>', '<</Kids [3 0 R]>>', '<</Annots [<</Subtype /FileAttachment /FS 4 0 R>>]>>'],
    ],
    ['a page’s associated files', ['<</Pages 2 0 R>>', '<</Kids [3 0 R 2 0 R]>>', '<</AF [4 0 R]>>']],
    ['a catalog that does not list it', ['<</Type /Catalog>>', 'null', 'null']],
  ])('is found by %s', (_, objects) => {
    const pdf = classicPdf([...objects, specification, file()]);

    expect(readBadge(pdf)).toMatchObject({ ok: true, documents: [{ carrier: 'pdf', form: 'jws', text: jws }] });
  });

  it('is read as it stands in the newest revision', () => {
    const pdf = classicPdf(['<</AF [4 0 R]>>', 'null', 'null', specification, file()]);
    const offset = pdf.length + 1;
    const newer = `\n5 0 obj\n<</Type /EmbeddedFile /Length 2>>\nstream\n{}\nendstream\nendobj\n`;
    const start = pdf.length + newer.length;
    const update = `xref\n5 1\n${`${offset}`.padStart(10, '0')} 00000 n \ntrailer\n<</Size 6 /Root 1 0 R /Prev ${/startxref\n(\d+)/.exec(String(pdf))?.[1]}>>\nstartxref\n${start}\n%%EOF`;

    const reading = readBadge(Buffer.concat([pdf, Buffer.from(newer + update)]));

    expect(reading).toMatchObject({ ok: true, documents: [{ text: '{}' }] });
  });

  it.each([
    ['hexadecimal', '/ASCIIHexDecode', `${Buffer.from('{}').toString('hex')}>`],
    ['base 85', '/ASCII85Decode', 'H[P~>'],
    ['deflated and hexadecimal', '[/ASCIIHexDecode /FlateDecode]', `${deflateSync('{}').toString('hex')}>`],
  ])('is read when its stream is %s', (_, filter, content) => {
    const stream = `<</Type /EmbeddedFile /Filter ${filter} /Length ${content.length}>>\nstream\n${content}\nendstream`;

    expect(readBadge(classicPdf(['<</AF [4 0 R]>>', 'null', 'null', specification, stream]))).toMatchObject({
      ok: true,
      documents: [{ text: '{}' }],
    });
  });

  it('may be a picture with a badge', () => {
    const svg = '<svg xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential verify="ey.a.b"/></svg>';
    const pdf = attachToPdf(classicPdf(pages), { name: 'badge.svg', text: svg, mediaType: 'image/svg+xml' });

    const reading = readBadge(pdf);

    expect(reading).toMatchObject({ ok: true, documents: [{ carrier: 'svg', text: 'ey.a.b', fileName: 'badge.svg' }] });
    expect(reading.ok && String(Buffer.from(reading.documents[0]?.fileBytes ?? []))).toBe(svg);
  });

  it('in an encrypted file is not read, and none is added', () => {
    const encrypted = classicPdf([...pages, '<</Filter /Standard>>'], '/Encrypt 4 0 R');

    expect(readBadge(encrypted)).toMatchObject({ ok: false, code: 'import.container-encrypted' });
    expect(() => attachToPdf(encrypted, { name: 'a', text: badge })).toThrowError(
      expect.objectContaining({ code: 'bake.encrypted-pdf' }),
    );
  });

  it('goes into a file that claims more objects than there can be', () => {
    const pdf = Buffer.from(classicPdf(pages).toString('latin1').replace('/Size 4', '/Size 99999999999'), 'latin1');

    expect(readBadge(attachToPdf(pdf, { name: 'a', text: jws }))).toMatchObject({ documents: [{ text: jws }] });
  });

  it('goes into no other file', () => {
    expect(() => attachToPdf(Buffer.from('PNG'), { name: 'a', text: badge })).toThrowError(
      expect.objectContaining({ code: 'bake.not-a-pdf' }),
    );
  });

  it.each([
    ['objects that refer to each other', ['2 0 R', '1 0 R']],
    ['a page tree in a circle', ['<</Pages 2 0 R>>', '<</Kids [2 0 R 1 0 R 2 0 R]>>']],
    ['a stream whose length is itself', ['<</AF [2 0 R]>>', '<</Length 2 0 R>>\nstream\nx\nendstream']],
    ['ten thousand arrays in each other', [`<</AF ${'['.repeat(10_000)}`]],
    ['a text without end', ['<</AF (', '(']],
  ])('is not looked for without end in %s', (_, objects) => {
    expect(readBadge(classicPdf(objects))).toMatchObject({ ok: false });
  });

  it('that unfolds without end is given up early', () => {
    const bomb = deflateSync(Buffer.alloc(65 * 1024 * 1024));
    const stream = `<</Type /EmbeddedFile /Filter /FlateDecode /Length ${bomb.length}>>\nstream\n${bomb.toString('latin1')}\nendstream`;

    expect(readBadge(classicPdf(['<</AF [4 0 R]>>', 'null', 'null', specification, stream])).ok).toBe(false);
  });
});

const pdfkit = findPdfkit();

describe.skipIf(!pdfkit)('a PDF made by pdfkit', () => {
  it('takes a badge beside the attachment it has', async () => {
    const pdf = await pdfByKit();

    const attached = attachToPdf(pdf, { name: 'badge.json', text: badge });

    const reading = readBadge(attached);
    expect(reading.ok && reading.documents.map(({ fileName, text }) => [fileName, text])).toEqual([
      ['a.jws', jws],
      ['badge.json', badge],
    ]);
  });
});

function findPdfkit() {
  const require = createRequire(import.meta.url);
  try {
    return require('pdfkit') as new (
      options: object,
    ) => NodeJS.ReadableStream & {
      file(content: Buffer, options: object): void;
      text(text: string): void;
      end(): void;
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

async function pdfByKit(): Promise<Buffer> {
  if (!pdfkit) throw new Error('not installed');
  const document = new pdfkit({ compress: true });
  document.file(Buffer.from(jws), { name: 'a.jws', type: 'text/plain' });
  document.text('A certificate');
  document.end();
  const parts: Buffer[] = [];
  for await (const part of document) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}
