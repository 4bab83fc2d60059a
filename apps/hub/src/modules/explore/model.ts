import type { ActorId, Id } from '../../kernel/ids.ts';

/** A published badge as lists show it. */
export interface FoundBadge {
  id: Id<'ach'>;
  name: string;
  lang: string;
  version: number;
  revision: number;
  imageFile?: Id<'fil'>;
  issuerId: ActorId;
  issuerName: string;
  publishedAt: Date;
}

export interface FoundIssuer {
  id: ActorId;
  handle: string;
  name: string;
  kind: 'organization' | 'hub';
  location?: string;
  logoFile?: Id<'fil'>;
  badges: number;
}

export const sorts = ['newest', 'name'] as const;

export interface BadgeQuery {
  q: string;
  tag?: string | undefined;
  issuer?: string | undefined;
  type?: string | undefined;
  lang?: string | undefined;
  sort: (typeof sorts)[number];
  /** From 1. */
  page: number;
  size: number;
  /** What only members may see is listed too. */
  isMember: boolean;
}

/** More results than anybody pages through are said to be “more than”. */
export const mostCounted = 5000;

/** Words to look for, each a beginning; letters and digits only, so that nothing of it is an operator of the search. */
export function searchWords(text: string): string[] {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.map((word) => word.slice(0, 60)).slice(0, 8);
}

/** For PostgreSQL's `to_tsquery('simple', …)`. */
export function prefixQuery(words: string[]): string {
  return words.map((word) => `'${word}':*`).join(' & ');
}
