import type { Font } from 'fontkit';
import { createFont } from './font-kit.ts';
import { writeFont } from './write-font.ts';
import { type Outline, type Point, writeGlyph } from './write-glyph.ts';
import { writeName } from './write-name.ts';

/** What fontkit keeps of an unpacked WOFF2 file. It varies no glyph of such a file by itself. */
interface UnpackedGlyph {
  numberOfContours: number;
  points?: VaryingPoint[];
  components?: {
    glyphID: number;
    dx: number;
    dy: number;
    scaleX: number;
    scaleY: number;
    scale01: number;
    scale10: number;
  }[];
}

interface VaryingPoint extends Point {
  copy(): VaryingPoint;
}

interface UnpackedFont extends Font {
  _transformedGlyphs: UnpackedGlyph[];
  variationCoords: number[];
  fvar: { axis: { axisTag: string; defaultValue: number }[] };
  hmtx: { metrics: { get(index: number): { advance: number; bearing: number } } };
  hhea: { numberOfMetrics: number };
  directory: { tables: Record<string, { offset: number; length: number; transformed?: boolean }> };
  stream: { buffer: Uint8Array };
  _variationProcessor: { transformPoints(glyph: number, points: VaryingPoint[]): void };
}

interface Varied {
  points: VaryingPoint[];
  advance: number;
}

function unpack(woff2: Uint8Array): UnpackedFont {
  const font = createFont(woff2) as UnpackedFont;
  font.getGlyph(0);
  return font;
}

/** One varied font: the glyphs must be unpacked before the axes are set, so two instances share the work. */
function varied(woff2: Uint8Array, axes: Record<string, number>): UnpackedFont {
  const plain = unpack(woff2);
  const font = createFont(woff2) as UnpackedFont;
  font.variationCoords = font.fvar.axis.map((axis) => axes[axis.axisTag.trim()] ?? axis.defaultValue);
  font._transformedGlyphs = plain._transformedGlyphs;
  return font;
}

function advanceOf(font: UnpackedFont, glyph: number): number {
  return font.hmtx.metrics.get(Math.min(glyph, font.hhea.numberOfMetrics - 1)).advance;
}

/** OpenType gvar: four phantom points after the outline carry the advance. */
function vary(font: UnpackedFont, id: number): Varied {
  const glyph = font._transformedGlyphs[id] as UnpackedGlyph;
  const model = font._transformedGlyphs.find((other) => other.points?.length)?.points?.[0] as VaryingPoint;
  const at = (x: number, y: number) => Object.assign(model.copy(), { x, y, onCurve: true, endContour: true });
  const own = glyph.components?.map(({ dx, dy }) => at(dx, dy)) ?? glyph.points?.map((point) => point.copy()) ?? [];
  const phantoms = [at(0, 0), at(advanceOf(font, id), 0), at(0, 0), at(0, 0)];
  const points = [...own, ...phantoms];
  font._variationProcessor.transformPoints(id, points);
  const [left, right] = points.slice(-4) as [VaryingPoint, VaryingPoint];
  return { points: points.slice(0, -4), advance: Math.round(right.x - left.x) };
}

function outlineOf(font: UnpackedFont, id: number): Outline {
  const glyph = font._transformedGlyphs[id] as UnpackedGlyph;
  const { points } = vary(font, id);
  if (!glyph.components) return points;
  return glyph.components.flatMap((part, index) => {
    const { x: dx, y: dy } = points[index] as VaryingPoint;
    return outlineOf(font, part.glyphID).map((point) => ({
      onCurve: point.onCurve,
      endContour: point.endContour,
      x: Math.round(point.x * part.scaleX + point.y * part.scale01 + dx),
      y: Math.round(point.y * part.scaleY + point.x * part.scale10 + dy),
    }));
  });
}

function tableOf(font: UnpackedFont, tag: string): Uint8Array | undefined {
  const entry = font.directory.tables[tag];
  return entry && font.stream.buffer.subarray(entry.offset, entry.offset + entry.length);
}

const kept = ['cmap', 'OS/2', 'post', 'GPOS', 'GSUB', 'GDEF', 'head', 'hhea', 'maxp'];

/**
 * One point in the design space of a variable WOFF2 font, as a plain TrueType font.
 *
 * The name must be its own: PDF files tell fonts apart by it. Pictures and PDF want outlines that do not vary; glyph numbers stay, so kerning and ligatures stay too.
 */
export function staticFont(woff2: Uint8Array, axes: Record<string, number>, postScriptName: string): Buffer {
  const font = varied(woff2, axes);
  const glyphs = font._transformedGlyphs.map((_, id) => ({
    ...writeGlyph(outlineOf(font, id)),
    advance: vary(font, id).advance,
  }));
  const tables = kept.flatMap((tag) => {
    const bytes = tableOf(font, tag);
    return bytes ? [[tag, bytes] as const] : [];
  });
  return writeFont(new Map([...tables, ['name', writeName(postScriptName)]]), glyphs);
}
