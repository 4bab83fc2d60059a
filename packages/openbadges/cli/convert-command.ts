import type { Converted } from '../src/convert/conversion-notes.ts';
import { toOpenBadges2 } from '../src/convert/to-open-badges-2.ts';
import { toOpenBadges3 } from '../src/convert/to-open-badges-3.ts';
import { badgeView } from '../src/import/badge-view.ts';
import { detectDocument } from '../src/import/detect-document.ts';
import { BadgeError } from '../src/model/badge-error.ts';
import type { Command, CommandContext } from './command.ts';
import { refused, wrongUse } from './command-error.ts';
import { type OriginalBadge, originalBadge } from './convert/original-badge.ts';
import { errorSentence } from './error-sentence.ts';
import { exitCodes } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { newId } from './new-id.ts';
import { allowOption, textOption } from './option-values.ts';
import { printable } from './printable.ts';
import { outOptions, writeResult } from './write-result.ts';

export const convertCommand: Command = {
  name: 'convert',
  summary: 'Make a 3.0 badge from an older one, or a 2.0 badge from a newer one.',
  usage: ['convert FILE --to 3.0 [--issuer DID|URL] [--out FILE]', 'convert FILE --to 2.0 [--id URL] [--out FILE]'],
  about: [
    'What comes out is a new badge about the same thing, with an id of its own that names the original. It is not signed: a signature cannot be carried over. Sign it with “badges sign”, or publish a 2.0 badge at the address it names.',
    'What has no place in the other version is told on standard error. Of an older badge that only names its badge class and issuer, these are fetched, unless --offline says not to.',
  ],
  options: {
    to: { type: 'string', value: 'VERSION', choices: ['2.0', '3.0'], text: 'The version to make.' },
    id: {
      type: 'string',
      value: 'URL',
      text: 'The id of the new badge; of a 2.0 one the address where it will lie. A new urn:uuid: unless said.',
    },
    creator: {
      type: 'string',
      value: 'URL',
      text: 'For a 2.0 badge that will be signed and not published: the address of the key.',
    },
    'achievement-id': {
      type: 'string',
      value: 'URL',
      text: 'The id of its achievement or badge class; a new urn:uuid: unless said.',
    },
    issuer: {
      type: 'string',
      value: 'DID|URL',
      text: 'Who will sign or publish it; the original’s issuer unless said.',
    },
    'issuer-email': { type: 'string', value: 'EMAIL', text: 'For 2.0, which asks for it.' },
    'issuer-url': { type: 'string', value: 'URL', text: 'For 2.0, which asks for it.' },
    image: { type: 'string', value: 'URL', text: 'For 2.0: the picture, where the original has none.' },
    offline: { type: 'boolean', text: 'Fetch nothing.' },
    allow: allowOption,
    ...outOptions,
  },
  examples: [
    {
      line: 'convert old-badge.png --to 3.0 --issuer did:web:school.example --out new.json',
      says: 'The first half of issuing an old badge anew; then: badges sign new.json --key key.json',
    },
    {
      line: 'convert badge.json --to 2.0 --id https://school.example/badges/17.json',
      says: 'For a place that still wants 2.0. Most badges need --issuer-email and --image beside.',
    },
  ],
  run: runConvert,
};

async function runConvert(context: CommandContext): Promise<number> {
  const { args, values, stderr } = context;
  const [name, extra] = args;
  const to = textOption(values, 'to');
  if (name === undefined || extra !== undefined)
    throw wrongUse('Name one badge.', 'For example: badges convert old.png --to 3.0');
  if (to === undefined) throw wrongUse('To which version?', 'Say --to 2.0 or --to 3.0.');
  const original = await originalBadge(name, context);
  if (detectDocument(original.document).version === to) throw refused(`${printable(name)} is a ${to} badge already.`);
  const { document, notes } = to === '3.0' ? toVersion3(original, context) : toVersion2(original, context);
  for (const { pointer, sentence } of notes) stderr.write(`! ${printable(`${pointer} ${sentence}`.trim())}\n`);
  writeResult(jsonText(document), context);
  return exitCodes.good;
}

function toVersion3({ document, linked }: OriginalBadge, context: CommandContext): Converted {
  const said = textOption(context.values, 'issuer');
  const issuer = said ?? badgeView(document, linked)?.issuer.id;
  if (!issuer) throw wrongUse('The badge does not say who its issuer is.', 'Say it: --issuer did:web:school.example');
  return toOpenBadges3(document, { ...idsOf(context, 'achievementId'), issuer: { id: issuer }, linked });
}

function toVersion2({ document, linked }: OriginalBadge, context: CommandContext): Converted {
  const { values } = context;
  const creator = textOption(values, 'creator');
  if (creator === undefined && textOption(values, 'id') === undefined) {
    throw wrongUse(
      'At which address will the 2.0 badge lie?',
      'Say it: --id URL, or --creator with the key that will sign it.',
    );
  }
  const [id, url, email] = ['issuer', 'issuer-url', 'issuer-email'].map((name) => textOption(values, name));
  const issuer = { ...(id ? { id } : {}), ...(url ? { url } : {}), ...(email ? { email } : {}) };
  const image = textOption(values, 'image');
  try {
    return toOpenBadges2(document, { ...idsOf(context, 'badgeId'), issuer, image, creator, linked });
  } catch (error) {
    const option = error instanceof BadgeError ? optionAt[error.values.pointer ?? ''] : undefined;
    if (option === undefined) throw error;
    throw refused(errorSentence(error as BadgeError), `Say it: ${option}`);
  }
}

/** What 2.0 asks for and a 3.0 badge may leave out, and how to say it. */
const optionAt: Record<string, string> = {
  '/badge/issuer/email': '--issuer-email office@school.example',
  '/badge/issuer/url': '--issuer-url https://school.example',
  '/badge/image': '--image https://school.example/medal.png',
};

function idsOf<Name extends string>(context: CommandContext, name: Name) {
  const [id, achievement] = ['id', 'achievement-id'].map(
    (option) => textOption(context.values, option) ?? newId(context),
  );
  return { id, [name]: achievement } as { id: string } & Record<Name, string>;
}
