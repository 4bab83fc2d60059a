import { nothingRead } from './nothing-read.ts';
import { pdfAttachments } from './pdf/pdf-attachments.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import type { FoundDocument, Reading } from './reading.ts';
import type { ReadingBudget } from './reading-budget.ts';

/** Reads the badges that are attached to a PDF; `read` looks into one attachment. */
export function readPdf(
  bytes: Uint8Array,
  budget: ReadingBudget,
  read: (file: Uint8Array, name: string) => Reading,
): Reading {
  const file = new PdfFile(bytes, budget);
  if (file.references.trailer.has('Encrypt')) return nothingRead('import.container-encrypted', { kind: 'PDF' });
  const documents = pdfAttachments(file).flatMap(({ name, content }) => {
    const reading = read(content, name);
    return reading.ok ? reading.documents.map((each) => attached(each, content, name)) : [];
  });
  if (documents.length > 0) return { ok: true, documents };
  const isWhole = !file.isRebuilt || file.references.places.size > 0;
  return nothingRead(isWhole ? 'import.container-without-badge' : 'import.container-not-read', { kind: 'PDF' });
}

/** A document that is attached as it is was carried by the PDF; a picture that is attached carries its own. */
function attached(found: FoundDocument, content: Uint8Array, name: string): FoundDocument {
  if (found.fileBytes) return { ...found, fileName: `${name} › ${found.fileName}` };
  const fileName = [name, found.fileName].filter(Boolean).join(' › ') || undefined;
  const isPlain = found.carrier === 'json' || found.carrier === 'jwt' || found.carrier === 'url';
  if (isPlain) return { ...found, carrier: 'pdf', ...(fileName ? { fileName } : {}) };
  return { ...found, fileName, fileBytes: content };
}
