import { didWebOf, didWebUrl } from '../src/did/did-web.ts';
import { generateSigningKey } from '../src/node/signing-keys.ts';
import type { Command, CommandContext } from './command.ts';
import { wrongUse } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { keyFile, methodOf, ownDid } from './key/key-file.ts';
import { textOption } from './option-values.ts';
import { printable } from './printable.ts';
import { writeWhole } from './write-whole.ts';

const types = { ed25519: 'Ed25519', p256: 'P-256', p384: 'P-384', rsa: 'RSA' } as const;

export const keygenCommand: Command = {
  name: 'keygen',
  summary: 'Make a key to sign badges with.',
  usage: ['keygen [--out FILE] [--type ed25519|p256|p384|rsa] [--controller DID|URL]'],
  about: [
    'The file holds the secret: whoever has it can issue in your name. It is readable by you alone and is never overwritten. Keep a copy in a safe place.',
    'Without --controller the issuer is the key itself (a did:key): good for trying out, and for badges whose issuer is known by other means. With a web address it is a did:web: then put what “badges did web” prints at that address, and everybody can see that the key is yours.',
  ],
  options: {
    out: { type: 'string', short: 'o', value: 'FILE', text: 'Where to write the key; key.json unless said.' },
    type: {
      type: 'string',
      short: 't',
      value: 'TYPE',
      choices: Object.keys(types),
      text: 'ed25519 unless said, which every wallet reads; rsa signs JWTs only.',
    },
    controller: {
      type: 'string',
      short: 'c',
      value: 'DID|URL',
      text: 'Whose key it is: a DID, or the https address of the issuer.',
    },
  },
  examples: [
    { line: 'keygen', says: 'A key in key.json.' },
    {
      line: 'keygen --controller https://school.example --out school-key.json',
      says: 'A key for the issuer did:web:school.example.',
    },
  ],
  run: runKeygen,
};

async function runKeygen(context: CommandContext): Promise<number> {
  const { args, values, stdout } = context;
  const [extra] = args;
  if (extra !== undefined)
    throw wrongUse(`What is ${printable(extra)} for?`, `Did you mean --out ${printable(extra)}?`);
  const type = types[(textOption(values, 'type') ?? 'ed25519') as keyof typeof types];
  const asked = textOption(values, 'controller');
  const name = textOption(values, 'out') ?? 'key.json';
  if (name === '-') throw wrongUse('A secret is not written to standard output.', 'Name a file: --out key.json');
  const key = generateSigningKey(type);
  const controller = asked === undefined ? ownDid(key.publicKey) : controllerOf(asked);

  writeWhole(name, jsonText(keyFile(key, controller)), context, { mode: 0o600 });

  stdout.write(`${printable(name)}\n  issuer  ${controller}\n  key     ${methodOf(controller, key.publicKey)}\n`);
  if (controller.startsWith('did:web:')) {
    stdout.write(`  next    put what “badges did web --key ${printable(name)}” prints at ${didWebUrl(controller)}\n`);
  }
  return exitCodes.good;
}

/** A DID, or the did:web of an https address. */
export function controllerOf(text: string): string {
  if (/^https:\/\//.test(text) && URL.canParse(text)) return didWebOf(text);
  if (/^did:[a-z0-9]+:\S+$/.test(text)) return text;
  throw wrongUse(
    `${printable(text)} is neither a DID nor an https address.`,
    'It looks like did:web:school.example or https://school.example',
  );
}
