import { Refusal } from '../../../kernel/refusal.ts';
import type { HubContext } from '../../../web/env.ts';
import { readForm } from '../../../web/read-form.ts';
import { VerifyRequest } from './api-schemas.ts';

export interface VerifyRequestRead {
  content: Uint8Array | string;
  name?: string;
  recipient?: string;
}

/** Media types whose body is the badge itself. */
const badgeItself =
  /^(application\/(vc|vc\+ld\+json|ld\+json|vc\+jwt|jwt|jose|vc-ld\+json|pdf|zip|octet-stream)|text\/plain|image\/(png|svg\+xml))$/;

const envelope = ['credential', 'text', 'url', 'recipient'];

/** What a program sends: the badge itself, a JSON object that holds it, or a form with a file. */
export async function readVerifyRequest(c: HubContext): Promise<VerifyRequestRead> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/form-data' || type === 'application/x-www-form-urlencoded') return fromForm(c);
  if (type === 'application/json') return fromJson(await c.req.raw.text());
  if (!badgeItself.test(type)) throw refusal(`The content type ${type.slice(0, 100) || '(none)'} is not taken.`);
  const content = new Uint8Array(await c.req.raw.arrayBuffer());
  if (content.length === 0) throw refusal('The body is empty.');
  return { content };
}

/** Either the members of the request, or a badge, which has none of these alone. */
function fromJson(text: string): VerifyRequestRead {
  const value = parsed(text);
  const names = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  if (names.length > 0 && names.some((name) => !envelope.includes(name))) return { content: text };
  const request = VerifyRequest.safeParse(value);
  if (!request.success) {
    const [issue] = request.error.issues;
    throw refusal(issue?.message ?? '', `/${(issue?.path ?? []).join('/')}`);
  }
  const { credential, text: pasted, url, recipient } = request.data;
  return { content: contentOf(credential) ?? pasted ?? url ?? '', recipient };
}

function contentOf(credential: string | Record<string, unknown> | undefined): string | undefined {
  if (credential === undefined || typeof credential === 'string') return credential;
  try {
    return JSON.stringify(credential);
  } catch (error) {
    if (error instanceof RangeError) throw refusal('The credential is nested too deeply.', '/credential');
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw refusal('The body is not JSON.');
    throw error;
  }
}

async function fromForm(c: HubContext): Promise<VerifyRequestRead> {
  const { files, values } = await readForm(c);
  const all = Object.values(files).flat();
  const text = [values.text, values.url, values.credential].find((value) => typeof value === 'string' && value !== '');
  const [file] = all;
  if (all.length > 1 || (file && text)) throw refusal(c.get('page').t('verifier.api.one'));
  const recipient = typeof values.recipient === 'string' ? values.recipient.slice(0, 1000) : undefined;
  if (file) return { content: new Uint8Array(await file.arrayBuffer()), name: file.name.slice(0, 300), recipient };
  if (typeof text !== 'string') throw refusal('Send a file, a text or a url.');
  return { content: text, recipient };
}

function refusal(problem: string, pointer?: string): Refusal {
  return new Refusal('web.not-understood', { problem, ...(pointer === undefined ? {} : { pointer }) });
}
