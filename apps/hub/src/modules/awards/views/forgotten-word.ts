import type { Page } from '../../../web/page.ts';
import type { Award } from '../model.ts';

/** Why there is no name any more: whoever had accepted it has left, or nobody ever did. */
export function forgottenWord(p: Pick<Page, 't'>, award: Pick<Award, 'recipientId'>): string {
  return p.t(award.recipientId ? 'awards.account-deleted' : 'awards.forgotten');
}
