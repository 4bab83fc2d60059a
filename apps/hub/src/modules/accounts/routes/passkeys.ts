import { Hono } from 'hono';
import { z } from 'zod';
import type { App } from '../../../kernel/app.ts';
import type { HubEnv } from '../../../web/env.ts';
import { optionalLine } from '../../../web/fields.ts';
import { flash } from '../../../web/flash.ts';
import { parseJson } from '../../../web/parse.ts';
import { localPath, requirePerson } from '../../../web/require-person.ts';
import { addPasskey, passkeyOptions, passkeySignInOptions, signInWithPasskey } from '../passkeys.ts';
import { enter } from './enter.ts';
import { next } from './form-fields.ts';

// WebAuthn Level 3 §5.1.8 and §5.1.9: what a browser may add later is let through, what we read is bounded
const encoded = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most);
const credential = {
  id: encoded(1400),
  rawId: encoded(1400),
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
};

const Registered = z.strictObject({
  name: optionalLine(80),
  next,
  response: z.looseObject({
    ...credential,
    response: z.looseObject({ clientDataJSON: encoded(8000), attestationObject: encoded(100_000) }),
  }),
});

const Answered = z.strictObject({
  name: z.string().optional(),
  next,
  response: z.looseObject({
    ...credential,
    response: z.looseObject({
      clientDataJSON: encoded(8000),
      authenticatorData: encoded(8000),
      signature: encoded(8000),
      userHandle: encoded(200)
        .nullish()
        .transform((handle) => handle ?? undefined),
    }),
  }),
});

/** The four addresses that the islands talk to. */
export function passkeyRoutes(app: App): Hono<HubEnv> {
  return new Hono<HubEnv>()
    .post('/account/passkeys/options', async (c) => c.json(await passkeyOptions(app, requirePerson(c))))
    .post('/account/passkeys/verify', async (c) => {
      const person = requirePerson(c);
      const { name, response } = await parseJson(c, Registered);
      await addPasskey(app, person, name || c.get('page').t('accounts.passkey.unnamed'), response);
      flash(c, 'done', 'accounts.passkey.added');
      // without a fragment, or a browser that is there already would not load the page again
      return c.json({ next: '/account' });
    })
    .post('/sign-in/passkey/options', async (c) => c.json(await passkeySignInOptions(app, c.get('remote'))))
    .post('/sign-in/passkey/verify', async (c) => {
      const { next: to, response } = await parseJson(c, Answered);
      await enter(app, c, await signInWithPasskey(app, response));
      return c.json({ next: localPath(to) });
    });
}
