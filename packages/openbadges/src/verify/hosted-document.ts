import { idOf } from '../import/plain-text.ts';
import { isObject, type JsonObject } from '../model/json.ts';
import { check } from './check.ts';
import type { FetchAnswer } from './environment.ts';
import type { Outside } from './outside.ts';
import { readObject } from './read-answer.ts';
import type { Check, FetchFailure, RequestMade } from './report.ts';

/** A document by the address its own id declares, or why it could not be had. */
export type HostedDocument =
  | {
      document: JsonObject;
      url: string;
      isFetched: boolean;
      /** Where it really lay, after redirects; absent for an embedded one. */
      host?: string;
      notes: Check[];
    }
  | { failure: FetchFailure; url: string };

/**
 * Follows a reference of Open Badges 1.x or 2.0 (OB 2.0 "Verification", hosted). An embedded document is taken as it
 * is; a fetched one whose id is another address is asked for again there.
 */
export async function hostedDocument(
  reference: unknown,
  purpose: RequestMade['purpose'],
  outside: Outside,
): Promise<HostedDocument | undefined> {
  if (isObject(reference) && Object.keys(reference).length > 1) {
    return { document: reference, url: idOf(reference) ?? '', isFetched: false, notes: [] };
  }
  const url = idOf(reference);
  return url === undefined || !isWebAddress(url) ? undefined : fetchHosted(url, purpose, outside);
}

export async function fetchHosted(
  url: string,
  purpose: RequestMade['purpose'],
  outside: Outside,
): Promise<HostedDocument> {
  const answer = await outside.get(url, purpose);
  const document = readObject(answer);
  if (!document) return { failure: failureOf(answer), url };
  const declared = idOf(document);
  const host = hostOf(answer.url);
  if (declared === undefined || declared === url) return { document, url, isFetched: true, host, notes: [] };
  const notes = [check('shape', 'warning', 'shape.id-differs', { url, id: declared })];
  const second = isWebAddress(declared) ? await outside.get(declared, purpose) : undefined;
  const again = second && readObject(second);
  if (second && again && idOf(again) === declared) {
    return { document: again, url: declared, isFetched: true, host: hostOf(second.url), notes };
  }
  // The declared address does not answer: what one host says about its own documents is believed, nothing else.
  const isSameHost = isWebAddress(declared) && hostOf(declared) === hostOf(url);
  return { document, url: isSameHost ? declared : url, isFetched: isSameHost, host, notes };
}

export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

export function hostOf(url: string): string | undefined {
  return isWebAddress(url) ? new URL(url).host : undefined;
}

function failureOf(answer: FetchAnswer): FetchFailure {
  return answer.ok ? 'wrong-type' : answer.failure;
}
