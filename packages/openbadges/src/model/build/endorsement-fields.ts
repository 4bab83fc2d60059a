import { dataModelProblems } from '../data-model/data-model-problems.ts';
import { asArray, type JsonObject } from '../json.ts';
import type { EndorsedInput } from '../profile-document.ts';
import { compactJws, list, taken } from './fields.ts';
import { invalid } from './invalid-reasons.ts';
import type { Fields } from './record.ts';

/** OB 3.0 §8.6: an endorsement inside is a credential of its own, with a proof of its own. */
const signedEndorsement = taken((document, at) => {
  keepsDataModel(document, at);
  if (!asArray(document.type).includes('EndorsementCredential')) {
    invalid(`${at}/type`, 'not-a-credential', { problem: 'EndorsementCredential' });
  }
  isSigned(document, at);
});

/** The two ways in which credentials, achievements and profiles carry endorsements. */
export const endorsementFields: Fields<EndorsedInput> = {
  endorsement: list(signedEndorsement),
  endorsementJwt: list(compactJws),
};

export function keepsDataModel(document: JsonObject, at: string) {
  const [problem] = dataModelProblems(document, { kind: 'credential' });
  if (problem) invalid(at + problem.pointer, 'not-a-credential', { problem: problem.code });
}

export function isSigned(document: JsonObject, at: string) {
  if (asArray(document.proof).length === 0) invalid(`${at}/proof`, 'not-signed');
}
