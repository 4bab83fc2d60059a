import type { StaffRole } from '../../kernel/actor.ts';
import type { AchievementContent } from '../achievements/index.ts';
import type { AwardState, Evidence } from '../awards/index.ts';
import type { Visibility } from '../backpack/index.ts';

export type PersonKey = string;
export type IssuerKey = string;

/** Days before the demonstration is loaded. */
export type DaysAgo = number;

export interface DemoPerson {
  key: PersonKey;
  name: string;
  /** What they do there, and where. */
  title: string;
  home: IssuerKey;
  visibility: 'public' | 'members' | 'hidden';
  joined: DaysAgo;
  locale?: string;
}

export interface DemoOrganization {
  key: IssuerKey;
  name: string;
  /** Markdown. */
  summary: string;
  domain: string;
  location?: string;
  joined: DaysAgo;
  /** The first is the one who made it. */
  staff: DemoStaff[];
  links?: { label: string; url: string }[];
}

export interface DemoStaff {
  person: PersonKey;
  roles: StaffRole[];
  from: DaysAgo;
  /** Undefined: still. */
  until?: DaysAgo;
}

/** How one recipient earned it; `{name}` stands for their given name. */
export interface DemoStory {
  narrative: string;
  evidence?: Evidence[];
}

export interface DemoAchievement
  extends Partial<Omit<AchievementContent, 'criteria' | 'design' | 'name' | 'description' | 'lang'>> {
  key: string;
  issuer: IssuerKey;
  /** Who designed and awards it. */
  by: PersonKey;
  name: string;
  description: string;
  criteria: string[];
  design: NonNullable<AchievementContent['design']>;
  defined: DaysAgo;
  state: 'draft' | 'published' | 'archived';
  /** How many awards are made of it. */
  awards: number;
  stories: DemoStory[];
  message?: string;
  /** The key of the version that this one follows. */
  follows?: string;
}

export interface PlannedAward {
  /** Somebody with an account, or somebody known by an address only. */
  recipient: { person: PersonKey } | { name: string; email: string };
  state: AwardState;
  story?: DemoStory;
  visibility: Visibility;
  reason?: string;
  /** Hours after the letter. */
  opened: number;
  answered: number;
}

/** Awards of one achievement that are made at the same moment. */
export interface PlannedSession {
  achievement: string;
  made: DaysAgo;
  /** Days after loading on which the letters go out; undefined: at once. */
  sendIn?: number;
  /** Came from this file. */
  file?: string;
  awards: PlannedAward[];
}

/** An address that no letter reaches (RFC 2606 §2). */
export function emailOf({ name, home }: DemoPerson, organizations: DemoOrganization[]): string {
  const domain = organizations.find(({ key }) => key === home)?.domain ?? 'badge-alliance.example';
  const given = (name.split(' ')[0] ?? '').normalize('NFKD').replace(/\p{M}/gu, '');
  return `${given}@${domain}`.toLowerCase();
}

/** A story told of somebody. */
export function tell(
  { narrative, evidence = [] }: DemoStory,
  name: string,
): { narrative: string; evidence: Evidence[] } {
  const given = name.split(' ')[0] ?? name;
  return { narrative: narrative.replaceAll('{name}', given), evidence };
}
