import { Hono } from 'hono';
import type { App } from '../../kernel/app.ts';
import type { HubEnv } from '../../web/env.ts';
import { accountPageRoutes } from './routes/account.tsx';
import { deleteAccountRoutes } from './routes/delete-account.tsx';
import { firstRunRoutes, type OpenDemo } from './routes/first-run.tsx';
import { passkeyRoutes } from './routes/passkeys.ts';
import { passwordRoutes } from './routes/passwords.tsx';
import { preferenceRoutes } from './routes/preferences.ts';
import { signInRoutes } from './routes/sign-in.tsx';
import { signUpRoutes } from './routes/sign-up.tsx';
import { stewardRoutes } from './routes/steward.tsx';

/** Passkeys come before the account page, whose addresses would take theirs for the name of a key. */
const all = [
  passkeyRoutes,
  signInRoutes,
  signUpRoutes,
  passwordRoutes,
  preferenceRoutes,
  accountPageRoutes,
  deleteAccountRoutes,
  stewardRoutes,
];

export function accountRoutes(app: App, options: { openDemo?: OpenDemo } = {}): Hono<HubEnv> {
  const routes = new Hono<HubEnv>().route('/', firstRunRoutes(app, options.openDemo));
  for (const part of all) routes.route('/', part(app));
  return routes;
}
