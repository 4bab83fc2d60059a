import { expect, it } from 'vitest';
import { testHub } from '../../testing/test-hub.ts';

it('shows what somebody earned, and from whom', async () => {
  const hub = await testHub();
  const { path } = await hub.given.heldBadge('public', {
    recipient: { narrative: 'Five interviews with people who **worked** in the harbour.' },
  });

  const response = await hub.request(path, { headers: { accept: 'text/html' } });

  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page).toContain('Mireille Tanagra');
  expect(page).toContain('can sit down with a stranger');
  expect(page).toContain('Prepares questions from a source');
  expect(page).toContain('<strong>worked</strong>');
  expect(page).toContain('Harbour City Library');
  expect(page).not.toContain('showing.');
});
