import { extensionsContext } from '../context-urls.ts';
import { asArray, isObject, type JsonObject } from '../json.ts';
import { type ProfileInput, profileClass } from '../profile-document.ts';
import { type Field, instant, list, needed, text, url } from './fields.ts';
import { invalid } from './invalid-reasons.ts';
import { type Fields, record } from './record.ts';
import { type StatusInput, statusField } from './status-field.ts';

/** What every credential that we issue may say of itself. */
export interface IssuedInput {
  id: string;
  /** What wallets show. */
  name?: string;
  description?: string;
  issuer: ProfileInput;
  validFrom: Date;
  validUntil?: Date;
  /** The first award, when `validFrom` moved on re-issue. */
  awardedDate?: Date;
  status?: StatusInput;
  credentialSchema?: ReferenceInput[];
  /** Where a newer one is had; type `1EdTechCredentialRefresh`. */
  refreshService?: ReferenceInput;
  termsOfUse?: TermsInput[];
}

/** Something at an address, and of which kind it is. */
export interface ReferenceInput {
  id: string;
  /** A name that a context defines, as `1EdTechJsonSchemaValidator2019`, or a URL. */
  type: string;
}

/** Terms of use (VC 2.0 §5.5). */
export interface TermsInput {
  type: string;
  id?: string;
}

type IssuedMembers = Omit<IssuedInput, 'status'> & { credentialStatus?: StatusInput };

const typeName: Field<string> = {
  read: (value, at) => (/\s/.test(text.read(value, at) as string) ? invalid(at, 'malformed') : value),
};

const reference = record<ReferenceInput>(undefined, { id: needed(url), type: needed(typeName) });
const terms = record<TermsInput>(undefined, { type: needed(typeName), id: url });

export const issuedFields: Fields<IssuedMembers> = {
  id: needed(url),
  name: text,
  description: text,
  issuer: needed(profileClass),
  validFrom: needed(instant),
  validUntil: instant,
  awardedDate: instant,
  credentialStatus: statusField,
  credentialSchema: list(reference),
  refreshService: reference,
  termsOfUse: list(terms),
};

export function datesInOrder(first: string, last: string) {
  return (built: JsonObject, at: string) => {
    const [from, until] = [built[first], built[last]];
    // Both are written alike and in UTC, so that they compare as texts.
    if (typeof from === 'string' && typeof until === 'string' && until < from) {
      invalid(`${at}/${last}`, 'ends-before-it-begins');
    }
  };
}

/** The document with its contexts: 1EdTech's own types are defined by one of their own. */
export function withContexts(contexts: readonly string[], built: JsonObject): JsonObject {
  const typed = [
    built.credentialStatus,
    built.refreshService,
    ...asArray(built.credentialSchema),
    ...asArray(built.termsOfUse),
  ];
  const is1EdTech = typed.some(
    (each) => isObject(each) && typeof each.type === 'string' && each.type.startsWith('1EdTech'),
  );
  return { '@context': is1EdTech ? [...contexts, extensionsContext] : [...contexts], ...built };
}
