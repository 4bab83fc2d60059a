import type { FoundDocument } from '../import/reading.ts';
import type { Environment } from './environment.ts';
import type { Outside } from './outside.ts';
import type { BadgeFormat, Report } from './report.ts';

/** One verification: what it may use, and how far it may still go into documents within documents. */
export interface Work {
  environment: Environment;
  outside: Outside;
  depth: number;
  /** How many inner documents may still be looked at, over all levels. */
  budget: { inner: number };
}

export const deepestInner = 3;

/** A document to verify and where it came from. */
export interface Task {
  found: Pick<FoundDocument, 'form' | 'text' | 'json'>;
  carrier: BadgeFormat['carrier'];
  /** The address it was fetched from, when it was. */
  source?: string;
}

/** What a verification adds to the report besides the checks. */
export type Findings = Omit<Report, 'verdict' | 'checkedAt' | 'requests' | 'snapshot' | 'lastSeen'>;
