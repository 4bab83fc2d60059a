const plainElements = new Set([
  ...['svg', 'g', 'title', 'desc', 'path', 'circle', 'rect', 'ellipse', 'line', 'polygon', 'polyline', 'image'],
  ...['text', 'tspan', 'textPath'],
]);

/** Many times what a badge or a card is made of. */
const mostElements = 500;
const mostCharacters = 400_000;

/** Attributes that make layers, tiles, copies or dashes, and numbers beyond any drawing. */
const costly =
  /\s(?:opacity|filter|mask|clip-path|marker-\w+|stroke-dasharray|mix-blend-mode|isolation)=|url\(|\d[eE][+-]?\d|\d{6}/;

/**
 * Whether the drawing is of the simple kind that we make ourselves: some filled outlines, words and perhaps a picture.
 * Such a one is drawn in milliseconds and cannot harm the renderer.
 */
export function isPlainDrawing(svg: string): boolean {
  const withoutPictures = svg
    .replace(/ href="data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]*"/g, '')
    .replace(/"#[0-9a-fA-F]{6}"/g, '""');
  if (withoutPictures.length > mostCharacters || costly.test(withoutPictures)) return false;
  const elements = [...withoutPictures.matchAll(/<([A-Za-z][\w:-]*)/g)].map(([, name]) => name ?? '');
  return elements.length <= mostElements && elements.every((name) => plainElements.has(name));
}
