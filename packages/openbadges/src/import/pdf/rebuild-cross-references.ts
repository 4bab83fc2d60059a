import type { CrossReferences } from './cross-references.ts';
import { PdfParser } from './pdf-parser.ts';
import { type PdfDictionary, PdfProblem, PdfReference } from './pdf-value.ts';

const mostObjects = 200_000;
const mostTrailers = 50;
/** The dictionary of an object stream begins with its type, or soon says it. */
const nearby = 200;

/**
 * Cross-references put together from the objects themselves, for files whose own are damaged or missing: the last
 * object of a number counts. `containers` are the object streams, whose objects have to be added.
 */
export function rebuildCrossReferences(bytes: Uint8Array, text: string): CrossReferences & { containers: number[] } {
  const places: CrossReferences['places'] = new Map();
  const containers = new Set<number>();
  let count = 0;
  for (const match of text.matchAll(/(?<![\d.])(\d{1,8})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj\b/g)) {
    count += 1;
    if (count > mostObjects) break;
    const number = Number(match[1]);
    places.set(number, { offset: match.index });
    const start = match.index + match[0].length;
    if (/\/Type\s*\/ObjStm\b/.test(text.slice(start, start + nearby))) containers.add(number);
  }
  return { places, trailer: trailerIn(bytes, text), start: -1, isStream: false, containers: [...containers] };
}

/** The members of the last trailers together; of a file that has none, what its cross-reference stream says. */
function trailerIn(bytes: Uint8Array, text: string): PdfDictionary {
  const trailer: PdfDictionary = new Map();
  let at = text.length;
  for (let tries = 0; tries < mostTrailers && at > 0; tries += 1) {
    at = text.lastIndexOf('trailer', at - 1);
    if (at < 0) break;
    for (const [name, value] of dictionaryAt(bytes, at + 'trailer'.length)) {
      if (!trailer.has(name)) trailer.set(name, value);
    }
  }
  for (const name of ['Root', 'Encrypt']) {
    const written = text.lastIndexOf(`/${name} `);
    const match = /^\/\w+\s+(\d{1,8})\s+(\d{1,5})\s+R/.exec(written < 0 ? '' : text.slice(written, written + 40));
    if (match && !trailer.has(name)) trailer.set(name, new PdfReference(Number(match[1]), Number(match[2])));
  }
  return trailer;
}

function dictionaryAt(bytes: Uint8Array, at: number): PdfDictionary {
  try {
    const value = new PdfParser(bytes, at).value();
    return value instanceof Map ? value : new Map();
  } catch (error) {
    if (error instanceof PdfProblem) return new Map();
    throw error;
  }
}
