import { BadgeError } from '../../src/model/badge-error.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { CommandError } from '../command-error.ts';
import { errorSentence } from '../error-sentence.ts';
import { exitCodes } from '../exit-codes.ts';
import { isDocument } from '../sign/credential-of.ts';
import { columnsAt } from './template-holes.ts';

/** What is wrong with one row, as a sentence. What is wrong with more than the row is thrown on. */
export function rowTrouble(error: unknown, template: JsonObject): string {
  if (error instanceof CommandError && error.exitCode === exitCodes.no) {
    return error.remedy ? `${error.message} ${error.remedy}` : error.message;
  }
  if (!(error instanceof BadgeError) || error.code === 'status.list-full') throw error;
  const columns = columnsAt(template, templatePointer(error.values.pointer ?? '', template));
  const where = columns.length > 0 ? `column ${columns.join(', ')}: ` : '';
  return `${where}${errorSentence(error)}`;
}

/** From the built credential back to the short form it was built from. */
function templatePointer(pointer: string, template: JsonObject): string {
  if (isDocument(template)) return pointer;
  return pointer
    .replace(/^\/credentialSubject\/achievement/, '/achievement')
    .replace(/^\/credentialSubject/, '/subject');
}
