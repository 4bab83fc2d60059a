import type PDFDocument from 'pdfkit';
import { type Face, type FaceName, faceFor } from './faces.ts';
import { splitByPart } from './lay-text.ts';
import { faint, ink } from './open-graph-card.ts';
import { qrSquares } from './qr.ts';
import { renderPng } from './render-png.ts';
import { hasRightToLeft } from './visual-runs.ts';
import { type Room, widthOf, wrapText } from './wrap-text.ts';

export interface Certificate {
  /** BCP 47, for those who read it aloud. */
  lang: string;
  /** Of the document, as a window shows it. */
  documentTitle: string;
  badgeSvg: string;
  badgeAlt: string;
  /** Who holds the badge. */
  recipient: string;
  /** What they can do or did, in one sentence. */
  sentence: string;
  /** The achievement's name. */
  title: string;
  issuer: string;
  /** Already in the holder's language. */
  date: string;
  verify: { address: string; sentence: string; qrAlt: string };
  /** Small print, such as the version of the standard and what is attached. */
  label: string;
  /** The signed document, attached byte for byte as `credential.json`. */
  credential: Uint8Array;
  attachmentSentence: string;
  issuedAt: Date;
}

// A4 landscape in points
const page = { width: 841.89, height: 595.28, margin: 48 };
const left = 360;
const room = page.width - left - page.margin;
const foot = 452;

type Doc = InstanceType<typeof PDFDocument>;

interface Block {
  tag: 'H1' | 'P';
  text: string;
  face: FaceName;
  colour: string;
  room: Omit<Room, 'width'> & { width?: number };
  leading: number;
}

/** One line, in as many runs as it needs fonts. Letters that no font has show as empty boxes. */
function line(doc: Doc, face: Face, text: string, x: number, baseline: number, size: number): void {
  const [first] = face.parts;
  if (!first) throw new Error(`The face ${face.name} is empty`);
  let pen = x;
  for (const run of splitByPart(face, text) ?? [{ text, part: first }]) {
    doc.registerFont(run.part.id, run.part.bytes);
    doc.font(run.part.id).fontSize(size);
    // An empty list of features keeps a run in one piece, which right-to-left writing needs.
    doc.text(run.text, pen, baseline, { lineBreak: false, baseline: 'alphabetic', features: [] });
    pen += widthOf({ ...face, parts: [run.part] }, run.text) * size;
  }
}

/** Sets a block below `top` and returns where it ends. */
function block(doc: Doc, parent: PDFKit.PDFStructureElement, x: number, top: number, set: Block): number {
  const face = faceFor(set.face, set.text);
  const wrapped = wrapText(face, set.text, { width: room, ...set.room });
  const last = wrapped.lines.length - 1;
  const draw = () => {
    doc.fillColor(set.colour);
    wrapped.lines.forEach((words, index) => {
      line(
        doc,
        face,
        index < last ? `${words} ` : words,
        x,
        top + wrapped.size * (0.8 + index * set.leading),
        wrapped.size,
      );
    });
  };
  const isAsWritten = splitByPart(face, set.text) && !hasRightToLeft(set.text);
  parent.add(doc.struct(set.tag, isAsWritten ? {} : { actual: set.text }, draw));
  return top + wrapped.lines.length * wrapped.size * set.leading;
}

function rule(doc: Doc, y: number, height: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(page.margin, y, page.width - page.margin * 2, height).fill(ink);
  doc.endMarkedContent();
}

async function badge(doc: Doc, parent: PDFKit.PDFStructureElement, { badgeSvg, badgeAlt }: Certificate): Promise<void> {
  const png = await renderPng(badgeSvg, 1000);
  const side = 270;
  const [x, y] = [page.margin, 118];
  const figure = { alt: badgeAlt, bbox: [x, y, x + side, y + side] };
  parent.add(doc.struct('Figure', figure, () => void doc.image(png, x, y, { width: side })));
}

async function qr(doc: Doc, parent: PDFKit.PDFStructureElement, { verify }: Certificate): Promise<void> {
  const { size, isDark } = await qrSquares(verify.address);
  const side = 88;
  const step = side / size;
  const [x, y] = [page.margin, foot];
  const figure = { alt: verify.qrAlt, bbox: [x, y, x + side, y + side] };
  const draw = () => {
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        if (isDark(row, column)) doc.rect(x + column * step, y + row * step, step + 0.02, step + 0.02);
      }
    }
    doc.fill(ink);
  };
  parent.add(doc.struct('Figure', figure, draw));
}

function statement(doc: Doc, parent: PDFKit.PDFStructureElement, certificate: Certificate): void {
  const { recipient, sentence, title, issuer, date } = certificate;
  const blocks: (Block & { above: number })[] = [
    {
      tag: 'H1',
      text: recipient,
      face: 'poster',
      colour: ink,
      room: { size: 54, smallest: 26, lines: 2 },
      leading: 1.04,
      above: 0,
    },
    {
      tag: 'P',
      text: sentence,
      face: 'text',
      colour: ink,
      room: { size: 23, smallest: 13, lines: 5 },
      leading: 1.26,
      above: 12,
    },
    {
      tag: 'P',
      text: title,
      face: 'italic',
      colour: ink,
      room: { size: 17, smallest: 12, lines: 2 },
      leading: 1.25,
      above: 22,
    },
    {
      tag: 'P',
      text: issuer,
      face: 'strong',
      colour: ink,
      room: { size: 15, smallest: 11, lines: 2 },
      leading: 1.25,
      above: 10,
    },
    {
      tag: 'P',
      text: date,
      face: 'label',
      colour: faint,
      room: { size: 13, smallest: 10, lines: 1 },
      leading: 1.25,
      above: 4,
    },
  ];
  let top = 118;
  for (const { above, ...set } of blocks) top = block(doc, parent, left, top + above, set);
}

function proof(doc: Doc, parent: PDFKit.PDFStructureElement, { verify, label }: Certificate): void {
  const x = page.margin + 88 + 24;
  const width = page.width - x - page.margin;
  const small = { size: 11, smallest: 8, lines: 2, width };
  let top = foot;
  top = block(doc, parent, x, top, {
    tag: 'P',
    text: verify.sentence,
    face: 'strong',
    colour: ink,
    room: small,
    leading: 1.4,
  });
  const before = top;
  top = block(doc, parent, x, top, {
    tag: 'P',
    text: verify.address,
    face: 'label',
    colour: ink,
    room: small,
    leading: 1.4,
  });
  // A string object becomes a PDF text, a plain one a PDF name; the type definitions know only the latter.
  const spoken = new String(verify.sentence) as string;
  const note = { structParent: parent, Contents: spoken };
  doc.link(x, before, width, top - before, verify.address, note);
  block(doc, parent, x, top + 8, {
    tag: 'P',
    text: label,
    face: 'label',
    colour: faint,
    room: { ...small, size: 9.5, lines: 3 },
    leading: 1.4,
  });
}

function attach(doc: Doc, { credential, attachmentSentence, issuedAt }: Certificate): void {
  // PDF 2.0 §7.11.3: the attachment is the source of what the page says. The type definitions lack `relationship`.
  const options = {
    name: 'credential.json',
    type: 'application/json',
    description: attachmentSentence,
    creationDate: issuedAt,
    modifiedDate: issuedAt,
    relationship: 'Source',
  };
  doc.file(Buffer.from(credential), options);
}

async function collected(doc: Doc): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of doc) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A certificate on one A4 page: tagged for screen readers, with the credential attached. */
export async function certificatePdf(certificate: Certificate): Promise<Buffer> {
  const { default: Document } = await import('pdfkit');
  const doc = new Document({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: certificate.lang,
    info: { Title: certificate.documentTitle, Author: certificate.issuer, CreationDate: certificate.issuedAt },
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  rule(doc, page.margin, 4);
  await badge(doc, root, certificate);
  statement(doc, root, certificate);
  rule(doc, foot - 22, 1);
  await qr(doc, root, certificate);
  proof(doc, root, certificate);
  root.end();
  attach(doc, certificate);
  doc.end();
  return collected(doc);
}
