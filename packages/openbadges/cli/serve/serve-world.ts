import type { SdTools } from '../../src/proof/sd/sd-tools.ts';
import type { Fetch } from '../../src/verify/environment.ts';
import type { Outside } from '../../src/verify/outside.ts';
import type { ChallengeBook } from './challenge-book.ts';
import type { StatusBook } from './status-book.ts';
import type { VcIssuer } from './vc-issuer.ts';

/** What the routes work with. */
export interface ServeWorld {
  /** Scheme, host and port of the server itself, without a slash at the end. */
  origin: string;
  issuers: readonly VcIssuer[];
  /** Whether vectors may be checked whose issuer is not the controller of the key. */
  isTestMode: boolean;
  clock: () => Date;
  tools: SdTools;
  fetch: Fetch;
  /** A new outside world for each verification. */
  outside(): Outside;
  statuses: StatusBook;
  challenges: ChallengeBook;
}
