/** Structured log lines: ids, counts and codes; never a secret, an address or a name. */
export interface Log {
  debug(facts: Record<string, unknown>, sentence: string): void;
  info(facts: Record<string, unknown>, sentence: string): void;
  warn(facts: Record<string, unknown>, sentence: string): void;
  error(facts: Record<string, unknown>, sentence: string): void;
}
