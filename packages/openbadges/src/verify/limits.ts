import { withoutAbsent } from '../model/without-absent.ts';

/** How far the verification of one badge may go. What lies beyond is not called good: it is unknown. */
export interface Limits {
  /** Requests in all. */
  requests: number;
  /** Bytes of all answers together. */
  bytes: number;
  /** Milliseconds after which nothing more is asked, by the clock of the environment. */
  time: number;
  /** Credentials and endorsements inside, over all levels. */
  inner: number;
  /** Badges in one input that `verifyAll` looks at. */
  documents: number;
}

/** Far more than a badge needs, and little for a machine. */
export const defaultLimits: Limits = {
  requests: 100,
  bytes: 32 * 1024 * 1024,
  time: 60_000,
  inner: 64,
  documents: 200,
};

/** The limits that hold, given those that were said. */
export function limitsOf(said: Partial<Limits> = {}): Limits {
  return { ...defaultLimits, ...withoutAbsent(said) };
}
