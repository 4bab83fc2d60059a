import { parseJson } from '../src/import/parse-json.ts';
import { BadgeError } from '../src/model/badge-error.ts';
import { isObject } from '../src/model/json.ts';
import { nodeTools } from '../src/node/node-tools.ts';
import { signCose } from '../src/proof/cose/sign-cose.ts';
import { signSdJwt } from '../src/proof/sd-jwt/sign-sd-jwt.ts';
import { signJose } from '../src/proof/sign-jose.ts';
import type { Command, CommandContext } from './command.ts';
import { wrongUse } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { featureParts, type JoseFeature, joseFeatures } from './jose/jose-feature.ts';
import { readPublicKey } from './jose/read-public-key.ts';
import { tokenOf, verifySecured } from './jose/verify-secured.ts';
import { whyNotSecured } from './jose/why-not-secured.ts';
import { readKey } from './key/read-key.ts';
import { textOption } from './option-values.ts';
import { readTextSource } from './read-source.ts';
import { writeWhole } from './write-whole.ts';

export const joseCommand: Command = {
  name: 'jose',
  summary: 'Secure and check documents as VC-JOSE-COSE has it, for its conformance suite.',
  usage: ['jose issue|verify --input FILE --key FILE --feature NAME --output FILE [--sd PATHS]'],
  about: [
    'Writes { "result": "success" | "failure", "data" } to the output: the token when issuing, the document when verifying, and otherwise the code of what is wrong. COSE is written as base64.',
    'The document is checked with the key of the file, whatever the token says about keys.',
  ],
  words: ['issue', 'verify'],
  options: {
    input: { type: 'string', value: 'FILE', text: 'The document to secure, or the token to check.' },
    key: {
      type: 'string',
      value: 'FILE',
      text: 'The verification method: with its secret key to issue, without one to verify.',
    },
    feature: {
      type: 'string',
      value: 'NAME',
      choices: joseFeatures,
      text: 'What the document is, and how it is secured.',
    },
    output: { type: 'string', value: 'FILE', text: 'Where the answer goes.' },
    sd: {
      type: 'string',
      value: 'PATHS',
      text: 'A JSON list of what may be kept back, as in ["credentialSubject.name"].',
    },
  },
  examples: [
    {
      line: 'jose issue --input credential.json --key key.json --feature credential_jose --output out.json',
      says: 'Secure a credential.',
    },
  ],
  run: runJose,
};

interface Answer {
  result: 'success' | 'failure';
  data: string;
}

async function runJose(context: CommandContext): Promise<number> {
  const [word, ...more] = context.args;
  if ((word !== 'issue' && word !== 'verify') || more.length > 0)
    throw wrongUse('Issue or verify?', 'badges help jose');
  const output = needed('output', context);
  const answer = await (word === 'issue' ? issue(context) : verify(context));
  writeWhole(output, `${JSON.stringify(answer)}\n`, context, { force: true });
  return answer.result === 'success' ? exitCodes.good : exitCodes.no;
}

async function issue(context: CommandContext): Promise<Answer> {
  const { kind, securing } = featureParts(needed('feature', context) as JoseFeature);
  const { key, verificationMethod: kid } = await readKey(needed('key', context), context);
  const document = parsed(await readTextSource(needed('input', context), context));
  const disclosable = pathsOf(textOption(context.values, 'sd') ?? '[]');
  if (!isObject(document)) return failure('import.broken-json');
  const wrong = whyNotSecured(document, kind);
  if (wrong) return failure(wrong);
  try {
    if (securing === 'cose') return success(base64(await signCose(document, { key, kid })));
    if (securing === 'jose') return success(await signJose(document, { key, kid }));
    return success(await signSdJwt(document, { key, kid, disclosable, randomBytes: context.random }));
  } catch (error) {
    if (error instanceof BadgeError) return failure(error.code);
    throw error;
  }
}

async function verify(context: CommandContext): Promise<Answer> {
  const feature = needed('feature', context) as JoseFeature;
  const key = await readPublicKey(needed('key', context), context);
  const text = await readTextSource(needed('input', context), context);
  const found = await verifySecured(tokenOf(text, parsed(text)), feature, key, nodeTools());
  return found.ok ? success(JSON.stringify(found.document)) : failure(found.code);
}

function success(data: string): Answer {
  return { result: 'success', data };
}

/** As the suite writes it, without padding. */
function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

function failure(code: string): Answer {
  return { result: 'failure', data: code };
}

function parsed(text: string): unknown {
  const reading = parseJson(text);
  return reading.ok ? reading.json : undefined;
}

function pathsOf(text: string): string[] {
  const paths = parsed(text);
  if (Array.isArray(paths) && paths.every((path) => typeof path === 'string')) return paths;
  throw wrongUse('--sd is not a JSON list of paths.', 'As in: --sd \'["credentialSubject.name"]\'');
}

function needed(name: string, { values }: CommandContext): string {
  const value = textOption(values, name);
  if (value !== undefined) return value;
  throw wrongUse(`--${name} is missing.`, 'badges help jose');
}
