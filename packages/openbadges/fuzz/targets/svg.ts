import { carriedFormats } from '../../src/bake/badge-carriers.ts';
import { bakeSvg } from '../../src/bake/bake-svg.ts';
import { unbakeSvg } from '../../src/bake/unbake-svg.ts';
import { readBadge } from '../../src/import/read-badge.ts';
import type { FuzzTarget } from '../fuzz-target.ts';
import { mutateBytes } from '../mutate-bytes.ts';
import { mutateText } from '../mutate-text.ts';
import { badgeToken, official, signedBadge } from '../samples.ts';

const json = JSON.stringify(signedBadge);
const drawing =
  '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><!-- a > b --><svg xmlns="http://www.w3.org/2000/svg" viewBox=\'0 0 1 1\'><g id="a&amp;b"><path d="M0 0"/></g><![CDATA[x]]></svg>';
const samples = [
  drawing,
  bakeSvg(drawing, json),
  bakeSvg(bakeSvg(drawing, badgeToken), '{"id":"https://example.org/1"}', { format: 'openbadges' }),
  bakeSvg('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', json, { format: 'clrcredential' }),
  ...official(/\.svg$/).map((bytes) => new TextDecoder().decode(bytes)),
];
const words = [
  '<',
  '>',
  '/>',
  '</',
  '"',
  "'",
  '&',
  '&#x0;',
  '&#1114112;',
  '&amp;',
  '&x;',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE',
  '[',
  ']',
  '<!ENTITY a "b">',
  '<g>',
  '</g>',
  '<svg>',
  '</svg>',
  'xmlns',
  'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"',
  'verify=""',
  '\u0000',
  '\ufeff',
  '<openbadges:credential>',
  '</openbadges:credential>',
  '<credential xmlns="https://purl.imsglobal.org/ob/v3p0"/>',
  '<openbadges:assertion verify="x"/>',
];
const bytesOf = samples.map((sample) => new TextEncoder().encode(sample));

/** Drawings, by their tokens and by their bytes. */
export const svg: FuzzTarget = {
  name: 'svg',
  make: (dice) =>
    dice.once(4)
      ? mutateBytes(dice.pick(bytesOf), dice, bytesOf)
      : new TextEncoder().encode(mutateText(dice.pick(samples), dice, samples, words)),
  feed(input) {
    readBadge(input);
    const text = new TextDecoder().decode(input);
    const unbaked = unbakeSvg(text);
    const format = carriedFormats[input.length % 3] ?? 'openbadges';
    const again = unbakeSvg(bakeSvg(text, json, { format, keepOthers: true }));
    if (!again.ok || !again.texts.includes(json)) throw new Error('what was baked is not found again');
    return unbaked;
  },
};
