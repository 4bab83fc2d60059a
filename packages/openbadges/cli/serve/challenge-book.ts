import { encodeBase64url } from '../../src/keys/base64url.ts';

/** Challenges that were given out, each good for one presentation. */
export interface ChallengeBook {
  create(): string;
  /** False for a challenge from here that was used before. Challenges of others are theirs to count. */
  use(challenge: string): boolean;
}

/** Older ones are forgotten, and then are as good as somebody else's. */
const mostKept = 10_000;

export function challengeBook(random: (bytes: number) => Uint8Array): ChallengeBook {
  const used = new Map<string, boolean>();
  return {
    create() {
      const challenge = `u${encodeBase64url(random(16))}`;
      const [oldest] = used.keys();
      if (used.size >= mostKept && oldest !== undefined) used.delete(oldest);
      used.set(challenge, false);
      return challenge;
    },
    use(challenge) {
      const known = used.get(challenge);
      if (known === false) used.set(challenge, true);
      return known !== true;
    },
  };
}
