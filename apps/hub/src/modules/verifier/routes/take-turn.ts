import type { App } from '../../../kernel/app.ts';
import type { HubContext } from '../../../web/env.ts';

/** Verifying makes this hub ask other servers, so nobody may do it without end. */
export function takeTurn(app: App, c: HubContext): Promise<void> {
  return app.limits.take(`verify ${c.get('remote')}`, { capacity: 60, perMinute: 30 });
}
