import type { JsonObject } from '../../src/model/json.ts';
import { nodeTools } from '../../src/node/node-tools.ts';
import { issueCredential } from '../../src/proof/issue-credential.ts';
import type { CommandContext } from '../command.ts';
import { wrongUse } from '../command-error.ts';
import { jsonText } from '../json-text.ts';
import { type KeyFile, readKey } from '../key/read-key.ts';
import { textOption } from '../option-values.ts';
import { suitesFor } from '../sign/suites-for.ts';

/** The key that `--key` names. Throws a `CommandError`. */
export function listKey(context: CommandContext): Promise<KeyFile> {
  const name = textOption(context.values, 'key');
  if (name === undefined) throw wrongUse('With which key?', 'For example: --key key.json');
  return readKey(name, context);
}

/** The text of the list's file, signed anew. */
export async function signedList(
  credential: JsonObject,
  { key, verificationMethod }: KeyFile,
  created: Date,
): Promise<string> {
  const { proof: _, ...bare } = credential;
  const suites = suitesFor(key.publicKey, false);
  return jsonText(await issueCredential(bare, { key, verificationMethod, created, suites }, nodeTools()));
}
