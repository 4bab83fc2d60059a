import { decodeText } from '../import/decode-text.ts';
import { readCarried } from '../import/read-carried.ts';
import { readingBudget } from '../import/reading-budget.ts';
import { isObject } from '../model/json.ts';
import { checkProofs } from './check-proofs.ts';
import { checkToken } from './check-token.ts';
import type { Outside } from './outside.ts';
import type { Secured } from './secured.ts';

/** A signed document, and its text as it came. */
export type SecuredText = Secured & { text: string };

/** Reads and checks a signed document from an address, in whichever of the two forms it comes; undefined for neither. */
export async function checkSecured(body: Uint8Array, outside: Outside): Promise<SecuredText | undefined> {
  const reading = readCarried(decodeText(body)?.trim() ?? '', undefined, readingBudget());
  const [found] = reading?.ok ? reading.documents : [];
  if (found?.form === 'jws') return { ...(await checkToken(found.text, outside)), text: found.text };
  return isObject(found?.json) ? { ...(await checkProofs(found.json, outside)), text: found.text } : undefined;
}
