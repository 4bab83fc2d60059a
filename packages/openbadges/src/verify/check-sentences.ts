import { readingRemedies, readingSentences } from '../import/reading-sentences.ts';
import type { CheckId, FetchFailure } from './report.ts';

type Sentence = string;

/** What went wrong with an address, said about `subject`; three different things are three different sentences. */
const failures: Record<FetchFailure, (subject: string) => Sentence> = {
  'not-found': (subject) => `${subject} was not found at {url} (404): it was moved or never published there.`,
  gone: (subject) => `${subject} was taken away from {url} for good (410).`,
  timeout: (subject) => `${subject} did not arrive in time from {url}: the server is slow or down.`,
  unreachable: (subject) => `${subject} could not be fetched: no server answers at {url}.`,
  'refused-address': (subject) => `${subject} lies at {url}, an address inside a private network, which is not asked.`,
  'too-large': (subject) => `${subject} at {url} is larger than what is read.`,
  'wrong-type': (subject) => `${subject} at {url} is not the kind of document that was expected.`,
  'too-many-redirects': (subject) =>
    `${subject} could not be fetched: {url} leads from one address to the next without end.`,
  'server-error': (subject) => `${subject} could not be fetched: the server at {url} reports an error of its own.`,
  'not-shared': (subject) =>
    `${subject} could not be read: the server at {url} answers, but not to web pages of others.`,
  'not-allowed-offline': (subject) => `${subject} at {url} was not asked for, because nothing is asked while offline.`,
  'limit-reached': (subject) =>
    `${subject} at {url} was not asked for, because checking this badge already took as many requests as it may.`,
};

function unreachable<Id extends CheckId>(id: Id, subject: string) {
  const entries = Object.entries(failures).map(([failure, say]) => [`${id}.unreachable-${failure}`, say(subject)]);
  return Object.fromEntries(entries) as Record<`${Id}.unreachable-${FetchFailure}`, Sentence>;
}

/**
 * Every code a check can have, with its English sentence as an ICU message. Codes are API: add, never rename.
 * A page translates by code and fills in the values of the check.
 */
export const checkSentences = {
  ...readingSentences,

  'shape.ok': 'The document has the form that {format} asks for.',
  'shape.not-a-badge': 'The document is JSON, but neither a badge nor a credential.',
  'shape.not-yet-supported':
    'This is a document of the kind {kind}, which is not yet understood here; that says nothing against it.',
  'shape.unknown-context':
    'The document uses the vocabulary {url}, which is not known here, so its proof cannot be checked.',
  'shape.context-order': 'The first @context is not that of Verifiable Credentials.',
  'shape.wrong-type': 'The type of the document does not say that it is a badge: it lacks {expected}.',
  'shape.subject-type': 'The type of the credential subject does not say {expected}.',
  'shape.issuer-missing': 'The document names no issuer.',
  'shape.issuer-malformed': 'The issuer of the document is not named by an address or identifier.',
  'shape.issuer-type': 'The document at the issuer’s address is not a profile.',
  'shape.member-missing': 'The document lacks {member}, which every badge of this version must have.',
  'shape.member-malformed': '{member} does not have the form this version asks for.',
  'shape.recipient-missing': 'The document names nobody who earned the badge, neither by id nor by identifier.',
  'shape.date-malformed': '{member} is not a date and time with a time zone.',
  'shape.schema-unknown':
    'The document wants to be checked against the schema {url}, which could not be had or is not understood here.',
  'shape.schema-differs': 'The document does not conform to the schema {url} that it names itself.',
  'shape.schema-loosely':
    'The document conforms to the schema {url} that it names, though it writes single values where that asks for lists.',
  'shape.image-as-text': 'An image is given as a bare address and not as an Image; that is common and harmless.',
  'shape.image-in-place': 'The assertion carries its image as embedded text, where an address is expected.',
  'shape.criteria-missing': 'The achievement does not say what was required for it.',
  'shape.issuer-as-text': 'The issuer is given by address only, without a name.',
  'shape.too-many-inner': 'There are more credentials inside than are looked at; {count} of them were.',
  'shape.inner-unconfirmed': 'Of {count} credentials in this record, {confirmed} are valid.',
  'shape.id-differs': 'The document at {url} calls itself {id}.',
  ...unreachable('shape', 'A document that the badge points to'),

  'proof.passed': 'The signature is intact: nothing was changed since it was signed ({suite}).',
  'proof.tampered':
    'The content does not match the signature: it was changed after signing, or signed with another key.',
  'proof.missing': 'Nobody signed this document, so anybody can have written it.',
  'proof.unsupported':
    'The proof is of the kind {suite}, which is not yet understood here; that says nothing against it.',
  'proof.unknown-context': 'The proof cannot be checked, because the vocabulary {url} is not known here.',
  'proof.term-undefined':
    'The document uses {term}, which its vocabularies do not define, so no signature can cover it.',
  'proof.extensions-missing':
    'The document uses {term} without the vocabulary https://purl.imsglobal.org/spec/ob/v3p0/extensions.json that defines it.',
  'proof.context-invalid': 'The vocabularies of the document contradict each other, so no signature can cover it.',
  'proof.too-complex':
    'The document is built so that checking its proof would take more work than any real badge needs.',
  'proof.malformed': 'The proof is incomplete or malformed.',
  'proof.base-not-derived': 'This copy is the holder’s own, from which parts are shown; it is not meant to be checked.',
  'proof.too-many': 'The document carries more proofs than any real badge.',
  'proof.purpose-unexpected': 'The signature was made for another purpose than issuing.',
  'proof.challenge-mismatch': 'The signature answers another question than the one asked.',
  'proof.domain-mismatch': 'The signature was made for another place.',
  'proof.expired': 'The signature itself was valid only for a time that is over.',
  'proof.previous-missing': 'The signature builds on another one that is missing.',
  'proof.previous-invalid': 'The signature builds on another one that is not valid.',
  'proof.weak-key':
    'The signature is intact ({suite}), though its key of {bits} bits is weaker than is asked for today.',
  'proof.key-wrong-type': 'The key is not of the kind that can make such a signature.',
  'proof.key-unavailable': 'The signature cannot be checked, because its key {method} cannot be had.',
  'proof.key-not-named': 'The signature names no key, so it cannot be checked.',
  'proof.algorithm-refused': 'The signature algorithm {algorithm} proves nothing and is refused.',
  'proof.algorithm-unsupported': 'The signature algorithm {algorithm} is not yet understood here.',
  'proof.private-key-exposed': 'The token shows the private key it was signed with, so anybody can sign with it.',
  'proof.claim-differs': 'The token and the credential inside it disagree about {claim}.',
  'proof.claim-missing': 'The signature is intact, though the token lacks the claim {claim}.',
  'proof.covered-by-record':
    'It carries no signature of its own; only the signature of the record around it covers it.',
  'proof.presentation-unsigned':
    'The presentation around the credentials is not signed; each credential is checked by itself.',
  'proof.holder-unproven':
    'The presentation is intact, but it is not proven that {holder}, whom it names as its holder, signed it.',
  'proof.hosted-agrees': 'The issuer’s copy at {url} says the same.',
  'proof.hosted-changed': 'The issuer’s copy at {url} differs in {member}; what the issuer says is shown.',
  'proof.hosted-differs': 'The issuer’s copy at {url} says something else about {member}: this one was changed.',
  'proof.hosted-withdrawn': 'The issuer’s address {url} answers about this badge.',
  'proof.hosted-not-readable': 'What the issuer’s address {url} answers is not a badge.',
  'proof.no-address': 'The badge names no address of the issuer at which it could be checked.',
  ...unreachable('proof', 'The issuer’s copy of the badge'),

  'key.is-issuer': 'The issuer is the key itself, so nobody else can have signed.',
  'key.listed': 'The issuer’s own document lists the key: {issuer} signed this.',
  'key.not-listed': 'Intact, issuer not proven: {issuer} does not list the key with which this was signed.',
  'key.different': 'Intact, issuer not proven: {issuer} lists another key under this name.',
  'key.not-for-purpose': 'Intact, issuer not proven: {issuer} does not list the key for issuing.',
  'key.retired': 'Intact, issuer not proven any more: {issuer} has retired the key.',
  'key.wrong-document': 'Intact, issuer not proven: the document at {issuer} belongs to somebody else.',
  'key.insecure-address':
    'Intact, issuer not proven: {issuer} is not a secure (https) address, so it can prove nothing.',
  'key.issuer-without-document':
    'Intact, issuer not proven: {issuer} is no address at which an issuer could list a key.',
  'key.did-method-unsupported':
    'Intact, issuer not proven: identifiers of the kind {method} are not yet understood here.',
  'key.hosted-by-issuer': 'The badge lies at an address that belongs to its issuer {issuer}.',
  'key.outside-scope': 'The badge lies at {url}, where the issuer {issuer} does not issue.',
  'key.redirected':
    'Intact, issuer not proven: {url} leads on to {host}, where the issuer {issuer} is not known to be.',
  'key.issuer-not-web': 'The issuer {issuer} has no web address, so it cannot be said whether the badge lies with it.',
  ...unreachable('key', 'Intact, issuer not proven: the issuer’s own document'),

  'status.none': 'The issuer published no way to revoke this badge.',
  'status.good': 'The badge is neither revoked nor suspended.',
  'status.revoked': 'The issuer revoked this badge.',
  'status.revoked-because': 'The issuer revoked this badge: {reason}',
  'status.suspended': 'The issuer suspended this badge for now.',
  'status.list-unproven': 'The status list at {url} is signed with a key that its issuer does not list.',
  'status.list-invalid': 'The status list at {url} was changed after signing, so it says nothing.',
  'status.list-not-checkable': 'The signature of the status list at {url} cannot be checked here.',
  'status.list-malformed': 'The status list at {url} is not a status list.',
  'status.list-outdated': 'The status list at {url} was valid only until {date}.',
  'status.list-not-yet-valid': 'The status list at {url} is valid only from {date}.',
  'status.other-issuer': 'The status list at {url} was issued by {issuer}, who did not issue this badge.',
  'status.wrong-purpose': 'The status list at {url} is for another purpose than {purpose}.',
  'status.list-elsewhere': 'The status list at {url} calls itself {id}, so it may be another list.',
  'status.outside-list': 'The place of this badge lies outside the status list at {url}.',
  'status.entry-malformed': 'The badge does not say properly where its status can be found.',
  'status.unknown-type': 'The status of this badge is published as {type}, which is not yet understood here.',
  'status.insecure-address': 'The status list at {url} is not signed and not at a secure (https) address.',
  'status.short-list':
    'The badge is neither revoked nor suspended; its status list is shorter than the standard asks for privacy.',
  'status.numeric-index':
    'The badge is neither revoked nor suspended; its place in the list is written as a number and not as text.',
  'status.refresh-offered': 'The issuer offers a newer version of this badge at {url}; it was not asked for.',
  'status.refreshed': 'The issuer’s current version of this badge, from {url}, was checked in place of this one.',
  'status.refresh-unreachable':
    'The issuer’s current version of this badge could not be fetched from {url}; this one was checked.',
  'status.refresh-other':
    'What {url} answers is another badge and not a newer version of this one; this one was checked.',
  'status.refresh-older': 'What {url} answers is older than this badge; this one was checked.',
  'status.refresh-unusable':
    'What {url} answers is not proven to be the issuer’s current version of this badge; this one was checked.',
  'status.refresh-unknown-type':
    'A newer version of this badge is offered in the form {type}, which is not understood here.',
  ...unreachable('status', 'The status list'),

  'dates.current': 'The badge is valid now.',
  'dates.expired': 'The badge was valid until {date}.',
  'dates.not-yet': 'The badge is valid only from {date}.',

  'recipient.not-asked': 'No recipient was asked about. Type an address to see whether the badge belongs to it.',
  'recipient.match': 'The badge belongs to the address that was typed.',
  'recipient.is-holder': 'The badge belongs to {holder}, who presented it.',
  'recipient.holder-differs': 'The badge belongs to {subject}, and {holder} presented it.',
  'recipient.learner-differs': 'The record is about {learner}, and a credential in it about {subject}.',
  'recipient.no-match': 'The badge does not belong to the address that was typed.',
  'recipient.nothing-to-compare': 'The badge says in no comparable way whom it belongs to.',

  'issuer.listed': 'Listed by {list}.',
  'issuer.listed-as': 'Listed by {list} as {as}.',
  'issuer.listed-since': 'Listed by {list} since {since}.',
  'issuer.listed-as-since': 'Listed by {list} as {as} since {since}.',
  'issuer.self-declared':
    'Self-declared: a key, no domain. Its name is what the issuer says about itself, and no list knows it.',
  'issuer.domain-proven': 'Domain proven: the issuer controls {domain}. No list that was asked knows it.',
  'issuer.unproven': 'Nobody has proven to be this issuer, and no list that was asked knows it.',

  'endorsements.none': 'Nobody’s endorsement is part of this badge.',
  'endorsements.confirmed': 'Every endorsement in this badge is valid ({count}).',
  'endorsements.some-unconfirmed': 'Of {count} endorsements in this badge, {confirmed} could be confirmed.',

  'shape.not-reached': 'Not looked at.',
  'proof.not-reached': 'Not looked at, because an earlier check did not pass.',
  'key.not-reached': 'Not looked at, because an earlier check did not pass.',
  'status.not-reached': 'Not looked at, because an earlier check did not pass.',
  'dates.not-reached': 'Not looked at, because an earlier check did not pass.',
  'recipient.not-reached': 'Not looked at, because an earlier check did not pass.',
  'issuer.not-reached': 'Not looked at, because an earlier check did not pass.',
  'endorsements.not-reached': 'Not looked at, because an earlier check did not pass.',
} as const satisfies Record<string, Sentence>;

/** What a check can come to, by stable codes: add, never rename. */
export type CheckCode = keyof typeof checkSentences;

/** What the reader can do, by code; also ICU messages. */
export const checkRemedies: Partial<Record<CheckCode, Sentence>> = {
  ...readingRemedies,
  'shape.unknown-context':
    'Ask the issuer to use a published vocabulary, or check again with a newer version of this program.',
  'proof.tampered': 'Do not rely on anything in it. Ask the issuer for the original.',
  'proof.base-not-derived': 'Ask the holder for the part that they want to show.',
  'proof.extensions-missing': 'The issuer has to add that vocabulary to @context and sign again.',
  'proof.term-undefined': 'The issuer has to add the vocabulary that defines it and sign again.',
  'proof.no-address': 'Ask for the address of the badge and check that.',
  'key.not-listed': 'Ask the issuer to list the key under assertionMethod in its own document.',
  'key.retired': 'Ask the issuer to issue the badge again with its current key.',
  'key.insecure-address': 'Ask the issuer to use an https address or a DID.',
  'status.unreachable-timeout': 'Try again later.',
  'status.unreachable-unreachable': 'Try again later.',
  'status.unreachable-server-error': 'Try again later.',
  'status.unreachable-not-shared': 'Check it with a program or on a website that asks the server itself.',
  'key.unreachable-not-shared': 'Check it with a program or on a website that asks the server itself.',
  'status.list-outdated': 'Try again later; the issuer has to renew its list.',
  'dates.expired': 'Ask the issuer whether it can be renewed.',
  'recipient.no-match': 'Try another address of the same person: the badge may have been awarded to an older one.',
};
