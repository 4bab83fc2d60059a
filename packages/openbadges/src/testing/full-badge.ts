import type { JsonObject } from '../model/json.ts';
import { sampleCredential } from './sample-credential.ts';

/** A badge with results too: descriptions with an ordered list of values, nodes without ids, and two results alike. */
export function fullBadge(
  issuer?: string,
): JsonObject & { credentialSubject: JsonObject & { achievement: JsonObject } } {
  const credential = sampleCredential(issuer) as ReturnType<typeof fullBadge>;
  const grades = 'https://hub.example/achievements/facilitator#grade';
  return {
    ...credential,
    credentialSubject: {
      ...credential.credentialSubject,
      achievement: {
        ...credential.credentialSubject.achievement,
        resultDescription: [
          {
            id: grades,
            type: ['ResultDescription'],
            name: 'Grade',
            resultType: 'LetterGrade',
            allowedValue: ['A', 'B', 'C'],
          },
        ],
      },
      result: [
        { type: ['Result'], resultDescription: grades, value: 'A' },
        { type: ['Result'], status: 'Completed', value: '97' },
        { type: ['Result'], status: 'Completed', value: '12' },
      ],
    },
  };
}
