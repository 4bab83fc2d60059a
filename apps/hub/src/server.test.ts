import { expect, it } from 'vitest';
import { testHub } from './testing/test-hub.ts';

it('leads everybody to the first page until there is an alliance, but verifies already', async () => {
  const hub = await testHub();
  const html = { headers: { accept: 'text/html' } };

  const [home, verify, styleguide] = await Promise.all(
    ['/', '/verify', '/styleguide'].map((path) => hub.request(path, html)),
  );

  expect([home?.status, home?.headers.get('location')]).toEqual([303, '/first-run']);
  expect(verify?.status).toBe(200);
  expect(styleguide?.status).toBe(404);
});

it('shows the style guide in development', async () => {
  const hub = await testHub({ config: { mode: 'development', logLevel: 'silent' } });

  expect((await hub.request('/styleguide', { headers: { accept: 'text/html' } })).status).toBe(200);
});

it('answers a program with a problem document and a person with a page', async () => {
  const hub = await testHub();
  await hub.given.alliance();

  const forProgram = await hub.request('/nowhere', { headers: { accept: 'application/json' } });
  const forPerson = await hub.request('/nowhere', { headers: { accept: 'text/html' } });

  expect(forProgram.headers.get('content-type')).toBe('application/problem+json');
  expect(await forProgram.json()).toMatchObject({ code: 'web.not-found', status: 404 });
  expect(forPerson.status).toBe(404);
  expect(await forPerson.text()).toContain('There is nothing at this address');
});
