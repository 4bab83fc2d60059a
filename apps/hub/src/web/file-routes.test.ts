import { expect, it } from 'vitest';
import { testHub } from '../testing/test-hub.ts';

async function kept(hub: Awaited<ReturnType<typeof testHub>>, file: { type: string; isPublic: boolean }) {
  const bytes = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
  return hub.db.transaction().execute((tx) => hub.files.keep(tx, { bytes, name: 'mark.svg', ...file }));
}

it('serves a public file so that nothing in it can run', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await kept(hub, { type: 'image/svg+xml', isPublic: true });

  const answer = await hub.request(`/files/${id}/mark.svg`);
  const again = await hub.request(`/files/${id}`, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });

  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(again.status).toBe(304);
});

it('lets the browser keep, and not show, what is no picture', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await kept(hub, { type: 'text/html', isPublic: true });

  expect((await hub.request(`/files/${id}`)).headers.get('content-disposition')).toBe('attachment');
});

it('does not tell a private file from one that is not there', async () => {
  const hub = await testHub();
  await hub.given.alliance();
  const { id } = await kept(hub, { type: 'image/png', isPublic: false });

  const hidden = await hub.request(`/files/${id}`);
  const unknown = await hub.request('/files/fil_00000000000000000000000000');

  expect([hidden.status, unknown.status]).toEqual([404, 404]);
});
