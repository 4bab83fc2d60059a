import { resolveDid } from '../did/resolve-did.ts';
import type { JsonObject } from '../model/json.ts';
import type { CheckCode } from './check-sentences.ts';
import { sameSite } from './issuing-scope.ts';
import type { Outside } from './outside.ts';
import { readObject } from './read-answer.ts';
import type { FetchFailure } from './report.ts';

/** What an issuer (or another controller) publishes about itself at its own identifier. */
export type IssuerDocument =
  | { outcome: 'found'; document: JsonObject }
  | { outcome: 'unreachable'; url: string; failure: FetchFailure }
  | { outcome: 'none'; code: CheckCode & `key.${string}`; method?: string; host?: string; url?: string };

/** Resolves a DID, or fetches an https address. Nothing else can prove anything. */
export async function issuerDocument(id: string, outside: Outside): Promise<IssuerDocument> {
  if (id.startsWith('did:')) return didDocument(id, outside);
  if (id.startsWith('http://')) return { outcome: 'none', code: 'key.insecure-address' };
  if (!id.startsWith('https://') || !URL.canParse(id)) return { outcome: 'none', code: 'key.issuer-without-document' };
  const answer = await outside.get(id, 'issuer');
  if (!answer.ok) return { outcome: 'unreachable', url: id, failure: answer.failure };
  // A host that leads on to wherever it is told must not lend its name.
  const [own, final] = [new URL(id).host, new URL(answer.url).host];
  if (!sameSite(own, final)) return { outcome: 'none', code: 'key.redirected', host: final, url: id };
  const document = readObject(answer);
  return document ? { outcome: 'found', document } : { outcome: 'unreachable', url: id, failure: 'wrong-type' };
}

async function didDocument(did: string, outside: Outside): Promise<IssuerDocument> {
  const resolution = await resolveDid(did, (url, { accept }) => outside.get(url, 'did', accept));
  if (resolution.outcome === 'resolved') return { outcome: 'found', document: resolution.document };
  if (resolution.outcome === 'invalid') {
    const code = resolution.code === 'did.method-unsupported' ? 'key.did-method-unsupported' : 'key.wrong-document';
    return { outcome: 'none', code, method: did.split(':').slice(0, 2).join(':') };
  }
  const { url, answer } = resolution;
  return { outcome: 'unreachable', url, failure: answer.ok ? 'wrong-type' : answer.failure };
}
