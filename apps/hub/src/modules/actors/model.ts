import { composeText } from '../../kernel/compose-text.ts';
import type { Id } from '../../kernel/ids.ts';

/** A person, an organization, or the alliance that this hub serves. */
export interface ActorProfile {
  id: Id<'per' | 'org' | 'hub'>;
  kind: 'person' | 'organization' | 'hub';
  handle?: string;
  name: string;
  /** Markdown. */
  summary: string;
  logoFile?: Id<'fil'>;
  website?: string;
  location?: string;
  links: { label: string; url: string }[];
  lang: string;
  timeZone: string;
  visibility: 'public' | 'members' | 'hidden';
  demo: boolean;
  createdAt: Date;
  endedAt?: Date;
  revision: number;
}

/** A handle made of a name: lower case, letters and digits of any script kept, at most 40 characters. */
export function handleFrom(name: string): string {
  const plain = composeText(name, 'NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 40).replace(/-+$/, '') || 'someone';
}
