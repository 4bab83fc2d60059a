const vocabulary = 'https://www.w3.org/TR/vc-data-model#';

/** VC Data Model 2.0 §7.2: what kind of error a rule is, as RFC 9457 types. */
export type DataModelProblemType =
  `${typeof vocabulary}${'PARSING_ERROR' | 'CRYPTOGRAPHIC_SECURITY_ERROR' | 'MALFORMED_VALUE_ERROR' | 'RANGE_ERROR'}`;

interface Rule {
  /** English, as an ICU message. */
  sentence: string;
  /** What whoever made the document can do. */
  remedy: string;
  problemType: DataModelProblemType;
}

/** Every rule of the VC data model that a document can break. Codes are API: add, never rename. */
export const dataModelSentences = {
  'model.not-an-object': {
    sentence: 'The document is not a JSON object.',
    remedy: 'Send the credential or presentation itself, as one JSON object.',
    problemType: `${vocabulary}PARSING_ERROR`,
  },
  'model.context-missing': malformed('The document has no @context.', 'Add {expected} as the first @context.'),
  'model.context-order': malformed('The first @context is not {expected}.', 'Put {expected} first in @context.'),
  'model.context-not-a-list': malformed(
    '@context is not a list.',
    'Write @context as a list that begins with {expected}.',
  ),
  'model.context-malformed': malformed(
    'An @context is neither a URL nor an object of terms.',
    'Name vocabularies by URL, or write their terms as an object.',
  ),
  'model.context-redefines': malformed(
    'An @context gives {term} another meaning, which {url} protects.',
    'Leave the term out of the inline @context, or give yours another name.',
  ),
  'model.type-missing': malformed('{member} says no type.', 'Add the type that {member} has.'),
  'model.type-wrong': malformed('The type does not say {expected}.', 'Add {expected} to type.'),
  'model.type-malformed': malformed(
    'A type of {member} is neither a name nor a URL.',
    'Write types as texts: names that @context defines, or URLs.',
  ),
  'model.type-unmapped': malformed(
    'The type {type} is not defined by any @context of the document.',
    'Add the vocabulary that defines {type}, or write the type as a URL.',
  ),
  'model.id-missing': malformed('{member} has no id.', 'Give {member} a URL as its id.'),
  'model.id-not-a-url': malformed('The id of {member} is not one URL.', 'Write the id as one URL, or leave it out.'),
  'model.issuer-missing': malformed('The document names no issuer.', 'Name the issuer by its URL or DID.'),
  'model.issuer-not-a-url': malformed(
    'The issuer is named neither by a URL nor by an object whose id is one.',
    'Name the issuer by its URL or DID.',
  ),
  'model.subject-missing': malformed(
    'The document has no credentialSubject.',
    'Say in credentialSubject whom or what it is about.',
  ),
  'model.subject-malformed': malformed(
    'A credentialSubject is not an object.',
    'Write credentialSubject as an object, or as a list of at least one.',
  ),
  'model.subject-empty': malformed('A credentialSubject says nothing.', 'Add at least one claim to it.'),
  'model.date-missing': malformed('The document lacks {member}.', 'Add {member}, with a time zone.'),
  'model.date-malformed': malformed(
    '{member} is not a date and time with a time zone.',
    'Write it as in 2026-01-05T10:00:00Z.',
  ),
  'model.dates-reversed': {
    sentence: 'The document ends to be valid ({until}) before it begins ({from}).',
    remedy: 'Let {member} be later.',
    problemType: `${vocabulary}RANGE_ERROR`,
  },
  'model.text-malformed': malformed(
    '{member} is neither a text nor a text with its language.',
    'Write a text, or { "@value", "@language", "@direction" } with nothing else in it.',
  ),
  'model.not-objects': malformed(
    '{member} is neither an object nor a list of objects.',
    'Write {member} as an object, or leave it out.',
  ),
  'model.resource-repeated': {
    sentence: 'The related resource {id} is named twice.',
    remedy: 'Name each related resource once.',
    problemType: `${vocabulary}RANGE_ERROR`,
  },
  'model.digest-missing': malformed(
    'A related resource has no digest.',
    'Add digestSRI or digestMultibase, or leave the resource out.',
  ),
  'model.digest-malformed': malformed(
    '{member} is not a digest.',
    'Write digestSRI as in sha256-…, and digestMultibase as a multihash.',
  ),
  'model.digest-wrong': {
    sentence: 'The digest of the related resource {id} is that of another document.',
    remedy: 'Compute the digest again from the resource as it is published.',
    problemType: `${vocabulary}CRYPTOGRAPHIC_SECURITY_ERROR`,
  },
  'model.holder-not-a-url': malformed(
    'The holder is named neither by a URL nor by an object whose id is one.',
    'Name the holder by its URL or DID, or leave holder out.',
  ),
  'model.holder-missing': malformed(
    'A credential inside has no signature but that of the presentation, which names no holder.',
    'Name the holder, who then is the issuer of that credential.',
  ),
  'model.holder-not-issuer': malformed(
    'A credential inside has no signature of its own, and its issuer is not the holder.',
    'Let its issuer sign it, or let the holder be its issuer.',
  ),
  'model.credential-not-an-object': malformed(
    'A credential inside the presentation is not an object.',
    'Put a token into an EnvelopedVerifiableCredential, as its data: URL.',
  ),
  'model.envelope-malformed': malformed(
    'The id of {expected} is not a data: URL with a secured document in it.',
    'Write it as in data:application/vc+jwt,eyJ…',
  ),
  'model.envelope-type': malformed(
    'The document carries a token as its id, but its type does not say {expected}.',
    'Let type be {expected}.',
  ),
  'model.too-many': {
    sentence: '{member} holds more than any real document.',
    remedy: 'Split the document.',
    problemType: `${vocabulary}RANGE_ERROR`,
  },
} as const satisfies Record<string, Rule>;

/** The rules of the VC data model, by stable codes. */
export type DataModelCode = keyof typeof dataModelSentences;

function malformed(sentence: string, remedy: string): Rule {
  return { sentence, remedy, problemType: `${vocabulary}MALFORMED_VALUE_ERROR` };
}
