/** What an uploaded SVG may be made of (SVG 1.1 and 2 as far as they draw). Everything else is left out. */
export const drawingElements = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline'],
  ...['polygon', 'text', 'tspan', 'textPath', 'image', 'linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask'],
  ...[
    'pattern',
    'marker',
    'filter',
    'feGaussianBlur',
    'feOffset',
    'feBlend',
    'feColorMatrix',
    'feMerge',
    'feMergeNode',
  ],
  ...['feFlood', 'feComposite', 'feDropShadow', 'feComponentTransfer', 'feFuncR', 'feFuncG', 'feFuncB', 'feFuncA'],
]);

/** Left out themselves, while what they hold stays. */
export const transparentElements = new Set(['a', 'switch']);

/** Elements whose text is part of the picture. */
export const textElements = new Set(['text', 'tspan', 'textPath', 'title', 'desc']);

/** What CSS may set as well; in the result they are attributes only. */
export const presentation = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'opacity', 'color', 'display'],
  ...['visibility', 'clip-path', 'clip-rule', 'mask', 'filter', 'stop-color', 'stop-opacity', 'flood-color'],
  ...['flood-opacity', 'font-family', 'font-size', 'font-weight', 'font-style', 'font-stretch', 'text-anchor'],
  ...['letter-spacing', 'word-spacing', 'dominant-baseline', 'alignment-baseline', 'baseline-shift', 'direction'],
  ...['marker-start', 'marker-mid', 'marker-end', 'paint-order', 'overflow', 'vector-effect', 'shape-rendering'],
  ...['text-rendering', 'color-interpolation-filters', 'mix-blend-mode', 'isolation', 'transform'],
]);

export const attributes = new Set([
  ...presentation,
  ...['id', 'class', 'd', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'dx', 'dy'],
  ...['width', 'height', 'points', 'viewBox', 'preserveAspectRatio', 'href', 'offset', 'gradientUnits', 'spreadMethod'],
  ...['gradientTransform', 'clipPathUnits', 'maskUnits', 'maskContentUnits', 'patternUnits', 'patternContentUnits'],
  ...['patternTransform', 'markerUnits', 'markerWidth', 'markerHeight', 'refX', 'refY', 'orient', 'filterUnits'],
  ...['primitiveUnits', 'in', 'in2', 'result', 'stdDeviation', 'mode', 'type', 'values', 'operator', 'k1', 'k2', 'k3'],
  ...[
    'k4',
    'tableValues',
    'slope',
    'intercept',
    'amplitude',
    'exponent',
    'edgeMode',
    'rotate',
    'startOffset',
    'method',
  ],
  ...['spacing', 'side', 'textLength', 'lengthAdjust', 'pathLength', 'role', 'aria-label'],
]);

export const limits = {
  /** Characters of the whole file. */
  characters: 512 * 1024,
  elements: 10_000,
  depth: 64,
  /** Elements after every `use`, pattern and mask is followed. */
  drawn: 20_000,
  /** Elements from the root to the innermost, following references. */
  chain: 500,
  filters: 20,
  /** Largest blur, in user units. */
  blur: 100,
  /** Pixels of a picture inside the drawing. */
  pixels: 4_000_000,
} as const;
