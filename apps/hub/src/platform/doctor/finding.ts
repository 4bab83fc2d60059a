export interface Finding {
  level: 'ok' | 'warn' | 'bad';
  topic: string;
  /** What is so. */
  sentence: string;
  /** What to do about it. */
  remedy?: string;
}

/** A word to say about one topic. */
export function about(topic: string) {
  return {
    ok: (sentence: string): Finding => ({ level: 'ok', topic, sentence }),
    warn: (sentence: string, remedy: string): Finding => ({ level: 'warn', topic, sentence, remedy }),
    bad: (sentence: string, remedy: string): Finding => ({ level: 'bad', topic, sentence, remedy }),
  };
}
