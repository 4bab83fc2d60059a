import type { App } from '../../kernel/app.ts';
import type { Letter } from '../../kernel/mail.ts';
import type { Achievement } from '../achievements/index.ts';
import type { Award } from './model.ts';

type Needs = Pick<App, 'messages' | 'urls'>;

/** The letter that brings an award: who gives what, the issuer's own words, and the one link. */
export function awardLetter(app: Needs, achievement: Achievement, issuer: string, award: Award & { token: string }): Letter {
  const values = { badge: achievement.name, issuer, name: award.recipientName ?? '' };
  const say = (key: string) => app.messages.say(achievement.lang, key, values);
  return {
    to: award.recipientEmail ?? '',
    subject: say('awards.letter.subject'),
    text: [
      say(award.recipientName ? 'awards.letter.hello' : 'awards.letter.hello-nobody'),
      say('awards.letter.body'),
      award.message,
      say('awards.letter.privacy'),
    ]
      .filter(Boolean)
      .join('\n\n'),
    action: { label: say('awards.letter.action'), url: app.urls.claim(award.token) },
    picture: { alt: achievement.imageAlt, url: app.urls.achievementImage(achievement.id, 'png') },
    about: award.id,
    lang: achievement.lang,
  };
}
