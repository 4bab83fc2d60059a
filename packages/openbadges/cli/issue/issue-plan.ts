import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import { fewestEntries } from '../../src/status/status-bits.ts';
import type { CommandContext } from '../command.ts';
import { refused, wrongUse } from '../command-error.ts';
import { type KeyFile, readKey } from '../key/read-key.ts';
import { isOn, textOption } from '../option-values.ts';
import { parseJsonSource } from '../parse-json-source.ts';
import { printable } from '../printable.ts';
import { readSource, readTextSource } from '../read-source.ts';
import { suitesFor } from '../sign/suites-for.ts';
import { placesName, readStatusListFile } from '../status/status-list-file.ts';
import { StatusPlaces } from '../status/status-places.ts';

/** Everything that is the same for all rows. */
export interface IssuePlan {
  template: JsonObject;
  table: string;
  out: string;
  key: KeyFile;
  isJwt: boolean;
  isSet: boolean;
  picture: { name: string; bytes: Uint8Array } | undefined;
  status: { list: string; places: StatusPlaces } | undefined;
  /** Of the files that are made, for example `json`. */
  ending: string;
  /** All of it that makes a badge what it is. */
  identity: string[];
}

/** Reads what the command line names. Throws a `CommandError`. */
export async function issuePlan(context: CommandContext): Promise<IssuePlan> {
  const { args, values } = context;
  const [templateName, table, extra] = args;
  const [out, keyName] = [textOption(values, 'out'), textOption(values, 'key')];
  const example = 'For example: badges issue template.json class.csv --key key.json --out badges';
  if (templateName === undefined || table === undefined || extra !== undefined)
    throw wrongUse('Name a template and a table.', example);
  if (out === undefined) throw wrongUse('Into which folder?', example);
  if (keyName === undefined) throw wrongUse('With which key?', `Make one with: badges keygen. ${example}`);
  const key = await readKey(keyName, context);
  const templateText = await readTextSource(templateName, context);
  const template = parseJsonSource(templateText, templateName);
  if (!isObject(template)) throw refused(`${printable(templateName)} is no JSON object.`);
  const [isJwt, isSet] = [textOption(values, 'format') === 'jwt', isOn(values, 'set')];
  if (!isJwt) suitesFor(key.key.publicKey, isSet);
  const picture = await pictureOf(context);
  const status = await statusOf(context);
  const form = [isJwt ? 'jwt' : 'json', String(isSet), picture ? digest(picture.bytes) : ''];
  return {
    template,
    table,
    out,
    key,
    isJwt,
    isSet,
    picture,
    status,
    ending: picture ? pictureEnding(picture.bytes) : isJwt ? 'jwt' : 'json',
    identity: [digest(templateText), key.verificationMethod, ...form, status?.list ?? ''],
  };
}

async function pictureOf(context: CommandContext): Promise<IssuePlan['picture']> {
  const name = textOption(context.values, 'bake');
  const format = textOption(context.values, 'format');
  if (name !== undefined) return { name, bytes: await readSource(name, context) };
  if (format === 'png' || format === 'svg') throw wrongUse('Into which picture?', `Say it: --bake medal.${format}`);
  return undefined;
}

async function statusOf(context: CommandContext): Promise<IssuePlan['status']> {
  const name = textOption(context.values, 'status-list');
  if (name === undefined) return undefined;
  const { id, purposes, bits } = await readStatusListFile(name, context);
  if (!purposes.includes('revocation')) throw refused(`${printable(name)} is no list for revocation.`);
  const entries = bits.length * 8;
  if (entries < fewestEntries)
    throw refused(`${printable(name)} is shorter than the ${fewestEntries} places a list must have.`);
  return { list: id, places: new StatusPlaces(placesName(name), entries, context) };
}

function pictureEnding(bytes: Uint8Array): string {
  return bytes[0] === 0x89 ? 'png' : 'svg';
}

function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
