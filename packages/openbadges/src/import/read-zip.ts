import { crc32 } from '../bake/crc32.ts';
import { inflateBounded } from '../bake/inflate-bounded.ts';
import { nothingRead } from './nothing-read.ts';
import type { FoundDocument, Reading } from './reading.ts';
import { maxItems, maxUnpacked, type ReadingBudget } from './reading-budget.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/**
 * Reads every file of a ZIP that holds a badge; `read` looks into one. Sizes are counted while unpacking; those written
 * in the archive can lie. Files that are encrypted or damaged are passed over.
 */
export function readZip(
  bytes: Uint8Array,
  budget: ReadingBudget,
  read: (file: Uint8Array, name: string) => Reading,
): Reading {
  const entries = zipEntries(bytes)?.filter(mayHoldBadge);
  if (!entries) return nothingRead('import.container-not-read', { kind: 'ZIP' });
  const documents: FoundDocument[] = [];
  for (const entry of entries) {
    if (budget.items <= 0) return nothingRead('import.too-many-files', { limit: `${maxItems}` });
    budget.items -= 1;
    const file = entry.isEncrypted ? undefined : unpacked(entry, budget);
    if (file === 'too-large') return nothingRead('import.too-large', { limit: `${maxUnpacked / 1024 / 1024} MB` });
    if (!file) continue;
    const reading = read(file, entry.name);
    if (reading.ok) for (const each of reading.documents) documents.push(inFile(each, file, entry.name));
  }
  if (documents.length > 0) return { ok: true, documents };
  const isEncrypted = entries.some((entry) => entry.isEncrypted);
  return nothingRead(isEncrypted ? 'import.container-encrypted' : 'import.container-without-badge', { kind: 'ZIP' });
}

/** Directories, and what macOS adds for itself, hold none. */
function mayHoldBadge({ name }: ZipEntry): boolean {
  return !name.endsWith('/') && !name.startsWith('__MACOSX/') && !name.endsWith('.DS_Store');
}

function unpacked({ method, content, crc }: ZipEntry, budget: ReadingBudget): Uint8Array | 'too-large' | undefined {
  if (method !== 0 && method !== 8) return undefined;
  if (method === 0) budget.bytes -= content.length;
  const file = method === 0 ? content : inflateBounded(content, budget, 'raw');
  if (budget.bytes < 0) return 'too-large';
  return file instanceof Uint8Array && crc32(file) === crc ? file : undefined;
}

function inFile(found: FoundDocument, file: Uint8Array, name: string): FoundDocument {
  if (found.fileBytes) return { ...found, fileName: `${name} › ${found.fileName}` };
  return { ...found, fileName: found.fileName === undefined ? name : `${name} › ${found.fileName}`, fileBytes: file };
}
