import { Unzip, UnzipInflate } from 'fflate';
import { nothingRead } from './nothing-read.ts';
import type { Reading } from './reading.ts';

const maxFiles = 500;
const maxUnpacked = 64 * 1024 * 1024;
/** Small enough that a bomb is seen before it fills the memory (bytes). */
const slice = 1024;

interface PackedFile {
  name: string;
  parts: Uint8Array[];
}

/** Reads every file of a ZIP that holds a badge; a ZIP within a ZIP is left alone. */
export function readZip(bytes: Uint8Array, read: (bytes: Uint8Array, fileName: string) => Reading): Reading {
  const files = unpack(bytes);
  if (files === 'too-large') return nothingRead('import.too-large', { limit: `${maxUnpacked / 1024 / 1024} MB` });
  if (!files) return nothingRead('import.container-not-read', { kind: 'ZIP' });
  const documents = files.flatMap(({ name, parts }) => {
    const fileBytes = joined(parts);
    const reading = read(fileBytes, name);
    return reading.ok ? reading.documents.map((document) => ({ ...document, fileName: name, fileBytes })) : [];
  });
  return documents.length > 0
    ? { ok: true, documents }
    : nothingRead('import.container-without-badge', { kind: 'ZIP' });
}

/** Sizes are counted while unpacking; those written in the archive can lie. */
function unpack(bytes: Uint8Array): PackedFile[] | 'too-large' | undefined {
  const files: PackedFile[] = [];
  let size = 0;
  const archive = new Unzip((entry) => {
    if (!mayHoldBadge(entry.name)) return;
    const file: PackedFile = { name: entry.name, parts: [] };
    files.push(file);
    entry.ondata = (error, part) => {
      if (error) throw error;
      size += part.length;
      file.parts.push(part);
    };
    entry.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += slice) {
      archive.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
      if (size > maxUnpacked || files.length > maxFiles) return 'too-large';
    }
  } catch {
    // fflate reports a damaged archive in no other way than by throwing.
    return undefined;
  }
  return files;
}

function mayHoldBadge(name: string): boolean {
  return !name.endsWith('/') && !name.startsWith('__MACOSX/') && !name.toLowerCase().endsWith('.zip');
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
