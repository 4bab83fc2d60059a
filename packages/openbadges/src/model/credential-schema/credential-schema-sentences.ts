interface Told {
  sentence: string;
  remedy?: string;
}

const unrun = 'Ask the issuer for a simpler schema; that says nothing against the document.';

/** What can come of a schema that a credential names, by code; also ICU messages. Add codes, never rename one. */
export const credentialSchemaSentences = {
  'credential-schema.passed': { sentence: 'The document conforms to the schema {url}.' },
  'credential-schema.passed-loosely': {
    sentence: 'The document conforms to the schema {url} but for lists that are single values.',
    remedy: 'The issuer should write lists also for one value, or name the json-ld schema.',
  },
  'credential-schema.failed': {
    sentence: 'The document does not conform to the schema {url} that it names.',
    remedy: 'Ask the issuer to correct the document and to issue it again.',
  },
  'credential-schema.other-version': {
    sentence: 'The document names the schema {url}, which is for another version of credentials.',
    remedy: 'Ask the issuer to name the schema of its own version.',
  },
  'credential-schema.unknown-type': {
    sentence: 'The document wants to be checked against {url} in a way that is not known here.',
  },
  'credential-schema.not-loaded': {
    sentence: 'The schema {url} was not loaded, so the document was not checked against it.',
    remedy: 'Try again where it can be reached.',
  },
  'credential-schema.not-a-schema': {
    sentence: 'What lies at {url} is not a JSON Schema.',
    remedy: 'Ask the issuer to name the right address.',
  },
  'credential-schema.too-large': { sentence: 'The schema {url} is larger than what is read.', remedy: unrun },
  'credential-schema.refers-outside': {
    sentence: 'The schema {url} refers to other documents, which are not read.',
    remedy: unrun,
  },
  'credential-schema.dangerous-pattern': {
    sentence: 'The schema {url} holds a pattern that could take endless time.',
    remedy: unrun,
  },
  'credential-schema.too-complex': {
    sentence: 'The schema {url} would take more work than any real one.',
    remedy: unrun,
  },
  'credential-schema.too-many': {
    sentence: 'The document names more schemas than are looked at.',
  },
} as const satisfies Record<string, Told> as Record<CredentialSchemaCode, Told>;

/** What the check against a schema that a credential names can come to. */
export type CredentialSchemaCode =
  `credential-schema.${'passed' | 'passed-loosely' | 'failed' | 'other-version' | 'unknown-type' | 'not-loaded' | 'not-a-schema' | 'too-large' | 'refers-outside' | 'dangerous-pattern' | 'too-complex' | 'too-many'}`;
