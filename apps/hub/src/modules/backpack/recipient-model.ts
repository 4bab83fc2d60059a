import { type BadgeView, matchesIdentity } from 'openbadges';

/** `nobody-said`: the badge names nobody by e-mail, so it cannot be compared here. */
export type MadeOutTo = 'you' | 'another-address' | 'nobody-said';

/** Whether a badge is made out to one of somebody's verified addresses. */
export function madeOutTo(recipient: BadgeView['recipient'], emails: string[]): MadeOutTo {
  const identifiers = recipient.identifiers.filter(({ type }) => /^e?mail(Address)?$/i.test(type));
  if (identifiers.length === 0) return 'nobody-said';
  const isYours = emails.some((email) => identifiers.some((identifier) => matchesIdentity(identifier, email)));
  return isYours ? 'you' : 'another-address';
}
