import { type ByteBudget, inflateBounded } from '../../bake/inflate-bounded.ts';
import { fromBase85, fromHex } from './ascii-filters.ts';
import { type PdfDictionary, PdfName, PdfProblem, type PdfValue } from './pdf-value.ts';

const mostFilters = 4;

/** The content of a stream with its filters undone (ISO 32000-2 §7.4); throws `PdfProblem` for what is not understood. */
export function decodeStream(raw: Uint8Array, dictionary: PdfDictionary, budget: ByteBudget): Uint8Array {
  const filters = listOf(dictionary.get('Filter') ?? dictionary.get('F'));
  const parameters = listOf(dictionary.get('DecodeParms') ?? dictionary.get('DP'));
  if (filters.length > mostFilters) throw new PdfProblem('too many filters');
  return filters.reduce<Uint8Array>((content, filter, index) => {
    const name = filter instanceof PdfName ? filter.name : '';
    const options = parameters[index];
    return undoFilter(content, name, options instanceof Map ? options : new Map(), budget);
  }, raw);
}

function listOf(value: PdfValue | undefined): PdfValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function undoFilter(content: Uint8Array, name: string, options: PdfDictionary, budget: ByteBudget): Uint8Array {
  if (name === 'ASCIIHexDecode' || name === 'AHx') return fromHex(content);
  if (name === 'ASCII85Decode' || name === 'A85') return fromBase85(content);
  if (name !== 'FlateDecode' && name !== 'Fl') throw new PdfProblem('unknown filter');
  const inflated = inflateBounded(content, budget);
  if (!(inflated instanceof Uint8Array)) throw new PdfProblem('damaged or too large');
  const predictor = numberIn(options, 'Predictor', 1);
  if (predictor < 2) return inflated;
  if (predictor < 10) throw new PdfProblem('unknown predictor');
  const bits = numberIn(options, 'Colors', 1) * numberIn(options, 'BitsPerComponent', 8);
  return withoutPrediction(inflated, Math.ceil((bits * numberIn(options, 'Columns', 1)) / 8), Math.max(1, bits >> 3));
}

function numberIn(options: PdfDictionary, name: string, otherwise: number): number {
  const value = options.get(name);
  return typeof value === 'number' && value >= 1 && value <= 65_536 ? Math.floor(value) : otherwise;
}

/** PNG §9.2: each row begins with the filter it was written with; `unit` is the size of a pixel in bytes. */
function withoutPrediction(rows: Uint8Array, width: number, unit: number): Uint8Array {
  const count = Math.floor(rows.length / (width + 1));
  const out = new Uint8Array(count * width);
  for (let row = 0; row < count; row += 1) {
    const filter = rows[row * (width + 1)] as number;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= unit ? (out[at - unit] as number) : 0;
      const up = row > 0 ? (out[at - width] as number) : 0;
      const corner = row > 0 && column >= unit ? (out[at - width - unit] as number) : 0;
      out[at] = (rows[row * (width + 1) + 1 + column] as number) + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
