import { deflateSync } from 'node:zlib';
import { attachToPdf } from '../../src/bake/attach-to-pdf.ts';
import { readBadge } from '../../src/import/read-badge.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../mutate-bytes.ts';
import { mutateText } from '../mutate-text.ts';
import { badgeToken } from '../samples.ts';

/** A page and a text, with a table of cross-references. */
function classic(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/Annots[]>>',
    '(a \\(text\\) \\101)',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = `${text.length}`.padStart(10, '0');
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${offset} 00000 n \n`;
  });
  return Buffer.from(
    `${text}xref\n0 5\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size 5/Root 1 0 R/ID[<00><01>]>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

/** The same in an object stream, with a cross-reference stream. */
function modern(): Buffer {
  const inner = deflateSync('1 0 2 30 <</Type/Catalog/Pages 2 0 R>> <</Type/Pages/Kids[]/Count 0>>');
  const head = Buffer.from(
    `%PDF-1.7\n3 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length ${inner.length}>>\nstream\n`,
  );
  const rest = Buffer.from('\nendstream\nendobj\n');
  const start = head.length + inner.length + rest.length;
  const rows = Buffer.from([0, 0, 0, 0, 2, 0, 3, 0, 2, 0, 3, 1, 1, 0, 9, 0, 1, start >> 8, start & 255, 0]);
  const references = Buffer.from(`4 0 obj\n<</Type/XRef/Size 5/Root 1 0 R/W[1 2 1]/Length ${rows.length}>>\nstream\n`);
  return Buffer.concat([
    head,
    inner,
    rest,
    references,
    rows,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`),
  ]);
}

const attachment = { name: 'badge.jws', text: badgeToken };
const plain = [classic(), modern()];
const samples = [...plain, ...plain.map((pdf) => Buffer.from(attachToPdf(pdf, attachment)))];
const texts = samples.map((pdf) => pdf.toString('latin1'));
const words = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '/',
  '/Kids',
  '/Names',
  '/AF',
  '/EF',
  '/F',
  '/Length',
  '/Filter',
  '/FlateDecode',
  '/ASCII85Decode',
  '/ASCIIHexDecode',
  '/DecodeParms',
  '/Predictor 15',
  '/Columns 99999',
  '/Prev',
  '/XRefStm',
  '/Encrypt',
  '1 0 R',
  '3 0 R',
  'obj',
  'endobj',
  'stream\n',
  'endstream',
  'xref',
  'trailer',
  'startxref',
  '/Type/ObjStm',
  '/Type/XRef',
  '/W[8 8 8]',
  '/Index[0 99999999]',
  '99999999999',
  '-1',
  'null',
  '%',
];

/** PDFs, by their tokens and by their bytes. */
export const pdf: FuzzTarget = {
  name: 'pdf',
  make: (dice) =>
    dice.once(2)
      ? mutateBytes(dice.pick(samples), dice, samples)
      : Buffer.from(mutateText(dice.pick(texts), dice, texts, words), 'latin1'),
  feed(input) {
    const reading = readBadge(input);
    if (String.fromCharCode(...input.subarray(0, 5)) !== '%PDF-') return reading;
    const again = readBadge(attachToPdf(input, attachment));
    if (!again.ok || !again.documents.some(({ text }) => text === badgeToken))
      throw new Error('what was attached is not found again');
    return reading;
  },
};
