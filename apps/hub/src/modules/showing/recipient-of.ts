import type { BadgeFacts } from './badge-facts.ts';
import type { ShownCredential } from './model.ts';

/** As it was signed, else as the holder is called here. */
export function recipientOf(facts: BadgeFacts, shown: ShownCredential): string | undefined {
  return facts.view.recipient.name || shown.holding?.holderName || undefined;
}
