import type { App } from '../../kernel/app.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Letter } from '../../kernel/mail.ts';
import type { Achievement } from '../achievements/index.ts';
import type { Award } from './model.ts';

type Needs = Pick<App, 'messages' | 'urls'>;

export interface AwardLetter {
  to: string;
  issuer: string;
  name?: string;
  message: string;
  url: string;
  about: Id;
  /** For whom wants to look at it first. */
  isProof?: boolean;
}

/** The letter that brings an award: who gives what, the issuer's own words, and the one link. */
export function awardLetter(
  app: Needs,
  achievement: Achievement,
  issuer: string,
  award: Award & { token: string },
): Letter {
  return letterOf(app, achievement, {
    to: award.recipientEmail ?? '',
    issuer,
    name: award.recipientName,
    message: award.message,
    url: app.urls.claim(award.token),
    about: award.id,
  });
}

export function letterOf(app: Needs, achievement: Achievement, letter: AwardLetter): Letter {
  const values = { badge: achievement.name, issuer: letter.issuer, name: letter.name ?? '' };
  const say = (key: string) => app.messages.say(achievement.lang, key, values);
  const subject = say('awards.letter.subject');
  return {
    to: letter.to,
    subject: letter.isProof ? app.messages.say(achievement.lang, 'awards.letter.proof', { subject }) : subject,
    text: [
      say(letter.name ? 'awards.letter.hello' : 'awards.letter.hello-nobody'),
      say('awards.letter.body'),
      letter.message,
      say('awards.letter.privacy'),
    ]
      .filter(Boolean)
      .join('\n\n'),
    action: { label: say('awards.letter.action'), url: letter.url },
    picture: { alt: achievement.imageAlt, url: app.urls.achievementImage(achievement.id, 'png') },
    about: letter.about,
    lang: achievement.lang,
  };
}

/** What the holder reads when the issuer revoked, suspended or resumed the badge. */
export function standingLetter(
  app: Needs,
  achievement: Achievement,
  issuer: string,
  award: Award & { recipientEmail: string },
  { verb, reason }: { verb: 'revoke' | 'suspend' | 'resume'; reason: string },
): Letter {
  const values = { badge: achievement.name, issuer, name: award.recipientName ?? '' };
  const say = (key: string) => app.messages.say(achievement.lang, key, values);
  return {
    to: award.recipientEmail,
    subject: say(`awards.letter.${verb}.subject`),
    text: [
      say(award.recipientName ? 'awards.letter.hello' : 'awards.letter.hello-nobody'),
      say(`awards.letter.${verb}.body`),
      reason,
      say(`awards.letter.${verb}.after`),
    ]
      .filter(Boolean)
      .join('\n\n'),
    about: award.id,
    lang: achievement.lang,
  };
}
