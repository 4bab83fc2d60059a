export interface Point {
  x: number;
  y: number;
  onCurve: boolean;
  endContour: boolean;
}
export type Outline = Point[];

export interface WrittenGlyph {
  bytes: Buffer;
  xMin: number;
  xMax: number;
  yMin: number;
  yMax: number;
  points: number;
  contours: number;
}

const int16 = (values: number[]) => {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => void bytes.writeInt16BE(value, index * 2));
  return bytes;
};

const steps = (values: number[]) => values.map((value, index) => value - (values[index - 1] ?? 0));

/** OpenType §glyf: a simple glyph, every coordinate as a word, no instructions. */
export function writeGlyph(outline: Outline): WrittenGlyph {
  if (outline.length === 0)
    return { bytes: Buffer.alloc(0), xMin: 0, xMax: 0, yMin: 0, yMax: 0, points: 0, contours: 0 };
  const xs = outline.map((point) => point.x);
  const ys = outline.map((point) => point.y);
  const ends = outline.flatMap((point, index) => (point.endContour ? [index] : []));
  const bounds = { xMin: Math.min(...xs), yMin: Math.min(...ys), xMax: Math.max(...xs), yMax: Math.max(...ys) };
  const bytes = Buffer.concat([
    int16([ends.length, bounds.xMin, bounds.yMin, bounds.xMax, bounds.yMax, ...ends, 0]),
    Buffer.from(outline.map((point) => (point.onCurve ? 1 : 0))),
    int16(steps(xs)),
    int16(steps(ys)),
  ]);
  const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
  return { bytes: Buffer.concat([bytes, padding]), ...bounds, points: outline.length, contours: ends.length };
}
