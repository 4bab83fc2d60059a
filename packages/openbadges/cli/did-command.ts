import { didDocument } from '../src/did/did-document.ts';
import { didWebUrl } from '../src/did/did-web.ts';
import { resolveDid } from '../src/did/resolve-did.ts';
import type { Command, CommandContext } from './command.ts';
import { notPossible, refused, wrongUse } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { ownDid } from './key/key-file.ts';
import { readKey } from './key/read-key.ts';
import { controllerOf } from './keygen-command.ts';
import { nearest } from './nearest.ts';
import { allowOption, textOption, textOptions } from './option-values.ts';
import { printable } from './printable.ts';
import { outOptions, writeResult } from './write-result.ts';

const actions: Record<string, (context: CommandContext) => Promise<number>> = { resolve, web, key };

export const didCommand: Command = {
  name: 'did',
  summary: 'Who is behind a DID, and which DID is behind a key.',
  usage: ['did resolve DID|URL', 'did web [DID|URL] --key FILE… [--out did.json]', 'did key FILE'],
  about: [
    'resolve prints the document of a did:key, did:jwk or did:web; an https address stands for its did:web.',
    'web makes the document that a did:web needs: published at the address it names, it proves that the keys are yours. Only public parts of the keys are in it.',
    'key prints the DID that a key is by itself.',
  ],
  words: Object.keys(actions),
  options: {
    key: { type: 'string', short: 'k', multiple: true, value: 'FILE', text: 'A key that issues for this DID.' },
    allow: allowOption,
    ...outOptions,
  },
  examples: [
    { line: 'did resolve did:web:school.example', says: 'Which keys does this school have?' },
    {
      line: 'did web https://school.example --key key.json --out did.json',
      says: 'What to publish at https://school.example/.well-known/did.json',
    },
    { line: 'did key key.json', says: 'The did:key of a key.' },
  ],
  run: runDid,
};

async function runDid(context: CommandContext): Promise<number> {
  const [word, ...args] = context.args;
  if (word?.startsWith('did:') || word?.startsWith('https:')) return resolve(context);
  const action = word !== undefined && Object.hasOwn(actions, word) ? actions[word] : undefined;
  if (action) return action({ ...context, args });
  const words = Object.keys(actions);
  const meant = nearest(word ?? '', words);
  throw wrongUse(
    word === undefined ? 'Which DID?' : `There is no badges did ${printable(word)}.`,
    meant ? `Did you mean badges did ${meant}?` : `It can be: ${words.join(', ')}. More: badges help did`,
  );
}

async function resolve(context: CommandContext): Promise<number> {
  const [asked, extra] = context.args;
  if (asked === undefined || extra !== undefined)
    throw wrongUse('Name one DID.', 'For example: badges did resolve did:web:school.example');
  const did = controllerOf(asked);
  const { fetch } = context.environment({}, textOptions(context.values, 'allow'));
  const found = await resolveDid(did, fetch);
  if (found.outcome === 'resolved') {
    writeResult(jsonText(found.document), context);
    return exitCodes.good;
  }
  if (found.outcome === 'unreachable') {
    const reason = found.answer.ok ? '' : ` (${found.answer.failure.replaceAll('-', ' ')})`;
    throw notPossible(`The document of ${printable(did)} could not be had at ${found.url}${reason}.`);
  }
  throw refused(notResolved[found.code]?.replace('{did}', printable(did)) ?? printable(found.code));
}

const notResolved: Record<string, string> = {
  'did.invalid': '{did} is no DID: look for a typing mistake.',
  'did.method-unsupported': 'DIDs of the kind of {did} are not known here: did:key, did:jwk and did:web are.',
  'did.wrong-document': 'What lies at the address of {did} is not its document.',
};

async function web(context: CommandContext): Promise<number> {
  const [asked, extra] = context.args;
  const names = textOptions(context.values, 'key');
  if (names.length === 0 || extra !== undefined)
    throw wrongUse('With which key?', 'For example: badges did web https://school.example --key key.json');
  const keys = await Promise.all(names.map((name) => readKey(name, context)));
  const did = asked === undefined ? keys[0]?.controller : controllerOf(asked);
  if (!did?.startsWith('did:web:'))
    throw wrongUse('For which address?', 'For example: badges did web https://school.example --key key.json');
  const rsa = keys.find(({ key }) => key.publicKey.type === 'RSA');
  if (rsa) throw wrongUse('An RSA key has no Multikey.', 'Take an ed25519, p256 or p384 key.');
  writeResult(
    jsonText(
      didDocument(
        did,
        keys.map(({ key }) => ({ publicKey: key.publicKey })),
      ),
    ),
    context,
  );
  if (textOption(context.values, 'out') !== undefined) context.stderr.write(`Publish it at ${didWebUrl(did)}\n`);
  return exitCodes.good;
}

async function key(context: CommandContext): Promise<number> {
  const [name, extra] = context.args;
  if (name === undefined || extra !== undefined)
    throw wrongUse('Of which key?', 'For example: badges did key key.json');
  const { key } = await readKey(name, context);
  context.stdout.write(`${ownDid(key.publicKey)}\n`);
  return exitCodes.good;
}
