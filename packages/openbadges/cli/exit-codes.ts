/** What a command came to, for scripts. 64 and 70 are those of sysexits.h; 130 is 128 + SIGINT. */
export const exitCodes = {
  /** Valid, or done. */
  good: 0,
  /** The answer is no: not valid, no badge in it, a document or row that breaks the rules. */
  no: 1,
  /** It could not be found out or done: a file or an address could not be read or written. */
  unknown: 2,
  /** The command line is wrong. */
  usage: 64,
  /** A mistake of this program. */
  bug: 70,
  /** Stopped by Ctrl-C. */
  stopped: 130,
} as const;
