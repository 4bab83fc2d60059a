import { isObject } from '../../src/model/json.ts';
import type { StatusPurpose } from '../../src/status/status-entry.ts';
import { HttpRefusal } from './http-refusal.ts';
import { malformed } from './request-body.ts';
import type { Route } from './route.ts';
import type { ServeWorld } from './serve-world.ts';

/** `POST /credentials/status` */
export const setStatusRoute: Route = async ({ request }, { statuses }) => {
  const { credentialId, credentialStatus: entry, status = true } = await request.json();
  if (!isObject(entry)) throw malformed('The body has no object credentialStatus.', '/credentialStatus');
  if (credentialId !== undefined && typeof credentialId !== 'string')
    throw malformed('credentialId is not a text.', '/credentialId');
  if (typeof status !== 'boolean' && typeof status !== 'number')
    throw malformed('status is neither yes or no nor a number.', '/status');
  statuses.write({ entry, value: status, ...(credentialId === undefined ? {} : { credentialId }) });
  return {
    status: 200,
    body: { ...(credentialId === undefined ? {} : { credentialId }), credentialStatus: entry, status },
  };
};

/** `POST /status-lists` */
export const createListRoute: Route = async ({ request, issuer }, { statuses }) => {
  const { statusPurpose = 'revocation' } = await request.json();
  if (!isPurpose(statusPurpose)) throw malformed('statusPurpose is not known here.', '/statusPurpose');
  const id = statuses.create(issuer, statusPurpose);
  return { status: 201, headers: { location: id }, body: { id, type: 'BitstringStatusList', statusPurpose } };
};

/** `GET /status-lists/<name>` */
export const readListRoute: Route = async ({ request, rest }, world) => {
  const body = await listAt(rest, world);
  const type = /application\/vc(?!\+)/.test(request.accept) ? 'application/vc' : 'application/vc+ld+json';
  return { status: 200, body, headers: { 'content-type': type, 'access-control-allow-origin': '*' } };
};

/** `POST /status-lists/<name>/publish`: every change is published at once. */
export const publishListRoute: Route = async ({ rest }, world) => {
  await listAt(rest, world);
  return { status: 204 };
};

async function listAt(name: string, { statuses, origin }: ServeWorld): Promise<object> {
  const list = await statuses.read(`${origin}/status-lists/${name}`);
  if (list) return list;
  throw new HttpRefusal(404, { code: 'status.unreachable-not-found', sentence: 'There is no such status list here.' });
}

export function isPurpose(text: unknown): text is StatusPurpose {
  return text === 'revocation' || text === 'suspension' || text === 'message' || text === 'refresh';
}
