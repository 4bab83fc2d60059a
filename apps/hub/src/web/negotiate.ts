/**
 * The best of `offers` for an Accept header (RFC 9110 §12.5.1); between equals the earlier offer. Undefined when the
 * reader takes none of them. No header, or one that cannot be read, takes everything.
 */
export function negotiate<T extends string>(accept: string | undefined, offers: readonly T[]): T | undefined {
  const ranges = readRanges(accept);
  if (ranges.length === 0) return offers[0];
  let best: { offer: T; quality: number } | undefined;
  for (const offer of offers) {
    const quality = qualityOf(offer, ranges);
    if (quality > (best?.quality ?? 0)) best = { offer, quality };
  }
  return best?.offer;
}

interface Range {
  type: string;
  subtype: string;
  quality: number;
}

function readRanges(accept = ''): Range[] {
  return accept
    .slice(0, 2000)
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const [type = '', subtype = ''] = range.split('/');
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, subtype, quality: quality === undefined ? 1 : Math.min(1, Math.max(0, Number(quality) || 0)) };
    })
    .filter(({ type, subtype }) => type !== '' && subtype !== '');
}

/** The most exact range decides, not the highest: `text/html;q=0, *` + `/*` means anything but HTML. */
function qualityOf(offer: string, ranges: Range[]): number {
  const [type, subtype] = offer.split('/');
  const exact = ranges.find((range) => range.type === type && range.subtype === subtype);
  const kind = ranges.find((range) => range.type === type && range.subtype === '*');
  const any = ranges.find((range) => range.type === '*' && range.subtype === '*');
  return (exact ?? kind ?? any)?.quality ?? 0;
}
