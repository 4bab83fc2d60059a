import { isObject, type JsonObject } from '../src/model/json.ts';
import { nodeSdTools } from '../src/node/node-sd-tools.ts';
import { nodeTools } from '../src/node/node-tools.ts';
import type { SuiteName } from '../src/proof/cryptosuite.ts';
import { issueCredential } from '../src/proof/issue-credential.ts';
import { createSdProof } from '../src/proof/sd/create-sd-proof.ts';
import { signVcJwt } from '../src/proof/sign-vc-jwt.ts';
import type { Command, CommandContext } from './command.ts';
import { refused, wrongUse } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { jsonText } from './json-text.ts';
import { type KeyFile, readKey } from './key/read-key.ts';
import { newId } from './new-id.ts';
import { isOn, textOption, textOptions } from './option-values.ts';
import { parseJsonSource } from './parse-json-source.ts';
import { printable } from './printable.ts';
import { readTextSource } from './read-source.ts';
import { credentialOf } from './sign/credential-of.ts';
import { issuerWarning } from './sign/issuer-warning.ts';
import { suiteNames, suitesFor } from './sign/suites-for.ts';
import { whyNotSign } from './sign/why-not-sign.ts';
import { outOptions, writeResult } from './write-result.ts';

export const signCommand: Command = {
  name: 'sign',
  summary: 'Sign a badge with a key.',
  usage: ['sign FILE|- --key FILE [--suite NAME]… [--set] [--jwt] [--out FILE]'],
  about: [
    'Takes a whole credential (with @context), or the short form: issuer, achievement and subject, from which one is built. The issuer is whose key it is, the date is now and the id is a new one, unless the file says otherwise. Of an e-mail address the badge holds only a hash with a fresh salt, so that nobody can read it out of the badge.',
    'Proofs that are in the document already are kept.',
  ],
  samples: [
    {
      name: 'award.json',
      text: `{
  "issuer": { "name": "A school", "url": "https://school.example" },
  "achievement": {
    "name": "Swimmer",
    "description": "Swims 50 metres.",
    "criteria": { "narrative": "Swam 50 metres without a break." }
  },
  "subject": { "identifiers": [{ "type": "emailAddress", "value": "ana@example.org" }] }
}`,
    },
  ],
  options: {
    key: { type: 'string', short: 'k', value: 'FILE', text: 'The key, as “badges keygen” makes it; also JWK and PEM.' },
    suite: {
      type: 'string',
      short: 's',
      multiple: true,
      value: 'NAME',
      choices: [...suiteNames, 'ecdsa-sd-2023'],
      text: 'How to sign; eddsa-rdfc-2022 or ecdsa-rdfc-2019 unless said, as the key can. ecdsa-sd-2023 lets the holder show parts of it.',
    },
    set: {
      type: 'boolean',
      text: 'Two proofs side by side, for wallets that know only the older Ed25519Signature2020.',
    },
    jwt: { type: 'boolean', text: 'A JWT instead of JSON. The subject must have an id.' },
    ...outOptions,
  },
  examples: [
    { line: 'sign award.json --key key.json --out badge.json', says: 'Sign a badge.' },
    {
      line: 'sign award.json --key key.json --set | badges bake medal.png - --out badge.png',
      says: 'Sign it and put it into a picture.',
    },
  ],
  run: runSign,
};

async function runSign(context: CommandContext): Promise<number> {
  const { args, values, clock, stderr } = context;
  const [name, extra] = args;
  const keyName = textOption(values, 'key');
  if (name === undefined || extra !== undefined)
    throw wrongUse('Name one file to sign.', 'For example: badges sign award.json --key key.json');
  if (keyName === undefined)
    throw wrongUse('With which key?', 'For example: --key key.json. Make one with: badges keygen');
  const key = await readKey(keyName, context);
  const input = parseJsonSource(await readTextSource(name, context), name);
  if (!isObject(input)) throw refused(`${printable(name)} is no JSON object.`);
  const document = credentialOf(input, {
    issuer: key.controller,
    now: clock(),
    id: newId(context),
    random: context.random,
  });
  const reason = whyNotSign(document);
  if (reason) throw refused(`${printable(name)} breaks a rule of the standard ${printable(reason)}`);
  const warning = issuerWarning(document, key);
  if (warning) stderr.write(`! ${warning}\n`);
  writeResult(await signed(document, key, context), context);
  return exitCodes.good;
}

async function signed(document: JsonObject, file: KeyFile, { values, clock }: CommandContext): Promise<string> {
  const { key, verificationMethod } = file;
  if (isOn(values, 'jwt')) return `${await signVcJwt(document, { key, kid: verificationMethod })}\n`;
  const asked = textOptions(values, 'suite');
  const created = clock();
  if (asked.includes('ecdsa-sd-2023')) {
    if (asked.length > 1) throw wrongUse('ecdsa-sd-2023 stands alone: every other proof would show all of the badge.');
    return jsonText(await createSdProof(document, { key, verificationMethod, created }, nodeSdTools()));
  }
  const suites = asked.length > 0 ? (asked as SuiteName[]) : suitesFor(key.publicKey, isOn(values, 'set'));
  return jsonText(await issueCredential(document, { key, verificationMethod, created, suites }, nodeTools()));
}
