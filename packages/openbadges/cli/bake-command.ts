import { bakePng } from '../src/bake/bake-png.ts';
import { bakeSvg } from '../src/bake/bake-svg.ts';
import { carriedFormatOf } from '../src/bake/carried-format-of.ts';
import { decodeText } from '../src/import/decode-text.ts';
import { detectDocument } from '../src/import/detect-document.ts';
import { fileKind } from '../src/import/file-kind.ts';
import type { FoundDocument } from '../src/import/reading.ts';
import { isObject } from '../src/model/json.ts';
import type { Command, CommandContext } from './command.ts';
import { refused, wrongUse } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { isOn } from './option-values.ts';
import { printable } from './printable.ts';
import { findBadge } from './read-badge-text.ts';
import { readSource } from './read-source.ts';
import { outOptions, writeResult } from './write-result.ts';

export const bakeCommand: Command = {
  name: 'bake',
  summary: 'Put a signed badge into a PNG or SVG picture.',
  usage: ['bake PICTURE BADGE --out FILE [--keep]'],
  about: [
    'The picture is not encoded anew: it looks the same, and the badge travels inside. Send it as a file: messengers and social networks save pictures anew and drop the badge.',
  ],
  options: {
    ...outOptions,
    keep: { type: 'boolean', text: 'Keep a badge that is in the picture already beside the new one.' },
  },
  examples: [
    { line: 'bake medal.png badge.json --out badge.png', says: 'A picture that proves itself.' },
    { line: 'bake medal.svg badge.jwt --out badge.svg', says: 'The same for a drawing and a JWT.' },
  ],
  run: runBake,
};

async function runBake(context: CommandContext): Promise<number> {
  const [picture, badge, extra] = context.args;
  if (picture === undefined || badge === undefined || extra !== undefined) {
    throw wrongUse('Name a picture and a badge.', 'For example: badges bake medal.png badge.json --out badge.png');
  }
  if (picture === '-' && badge === '-') throw wrongUse('Only one of the two can come from standard input.');
  const bytes = await readSource(picture, context);
  const found = await findBadge(badge, context);
  refuseUnsigned(found, badge);
  writeResult(baked(bytes, found.text, picture, isOn(context.values, 'keep')), context);
  return exitCodes.good;
}

/** A picture with a badge that nobody signed would be handed out, and be worth nothing to anybody. */
function refuseUnsigned({ form, json }: FoundDocument, name: string): void {
  if (form !== 'json') return;
  const { kind } = detectDocument(json);
  const isUnsigned = kind === 'credential' && isObject(json) && json.proof === undefined;
  if (kind !== 'not-a-badge' && !isUnsigned) return;
  throw refused(
    `${printable(name)} is ${isUnsigned ? 'a badge that nobody signed' : 'no signed badge'}.`,
    'Sign it first: badges sign award.json --key key.json --out badge.json',
  );
}

/** The picture with the badge in it; what it is decides how. Throws a `CommandError` when it is no picture for badges. */
export function baked(picture: Uint8Array, badge: string, name: string, keepOthers = false): Uint8Array {
  const options = { format: carriedFormatOf(badge), keepOthers };
  const kind = fileKind(picture);
  if (kind === 'png') return bakePng(picture, badge, options);
  const text = kind === 'text' ? decodeText(picture) : undefined;
  if (text !== undefined) return new TextEncoder().encode(bakeSvg(text, badge, options));
  throw refused(
    `${printable(name)} is ${kind === 'unknown' ? 'no picture' : `a ${kind.toUpperCase()}`}: badges go into PNG and SVG pictures only.`,
    'Save it as PNG first.',
  );
}
