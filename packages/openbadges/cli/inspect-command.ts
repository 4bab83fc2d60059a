import { isObject } from '../src/model/json.ts';
import { nodeTools } from '../src/node.ts';
import type { Command, CommandContext } from './command.ts';
import { refused, wrongUse } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { inspection } from './inspect/inspection.ts';
import { inspectionText } from './inspect/inspection-text.ts';
import { payloadOf } from './inspect/payload-of.ts';
import { jsonLine, jsonText } from './json-text.ts';
import { allowOption, isOn } from './option-values.ts';
import { paintFor } from './paint.ts';
import { printable, printableLines } from './printable.ts';
import { findBadges } from './read-badge-text.ts';

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'Show what is in a badge, without checking whether it is true.',
  usage: ['inspect FILE|URL|- [--json | --document | --canonical]'],
  about: [
    'Says which version and format it is, what it says about whom, how it is signed and with which key, and the fingerprints (SHA-256) of the text and of its canonical form. Anybody can write such things into a file: only “badges verify” says whether they are true.',
  ],
  options: {
    allow: allowOption,
    json: { type: 'boolean', text: 'One line of JSON for each badge.' },
    document: { type: 'boolean', text: 'The badge itself as indented JSON, of a JWT what it holds.' },
    canonical: { type: 'boolean', text: 'The canonical form (RDFC-1.0, N-Quads) over which signatures are made.' },
  },
  examples: [
    { line: 'inspect badge.png', says: 'What does it say?' },
    { line: 'inspect badge.png --document', says: 'See the whole document.' },
    { line: 'inspect badge.json --canonical | sha256sum', says: 'For people who check the checker.' },
  ],
  run: runInspect,
};

async function runInspect(context: CommandContext): Promise<number> {
  const { args, values, stdout } = context;
  const [name, extra] = args;
  if (name === undefined || extra !== undefined)
    throw wrongUse('Name one file.', 'For example: badges inspect badge.png');
  for (const found of await findBadges(name, context)) {
    if (isOn(values, 'canonical')) stdout.write(await canonicalForm(payloadOf(found), name, stdout.isTerminal));
    else if (isOn(values, 'document')) stdout.write(jsonText(payloadOf(found) ?? found.text));
    else {
      const inspected = await inspection(found);
      stdout.write(isOn(values, 'json') ? jsonLine(inspected) : inspectionText(inspected, paintFor(context)));
    }
  }
  return exitCodes.good;
}

/** In a pipe it is the bytes themselves, so that their digest can be made; a terminal gets nothing that it would obey. */
async function canonicalForm(document: unknown, name: string, isTerminal: boolean): Promise<string> {
  if (!isObject(document) || document['@context'] === undefined) {
    throw refused(`${printable(name)} has no canonical form: it is no JSON-LD document.`);
  }
  const { proof: _, ...bare } = document;
  const form = await nodeTools().canonicalizer.canonize(bare);
  return isTerminal ? printableLines(form) : form;
}
