import { string } from '../import/plain-text.ts';
import type { JsonObject } from '../model/json.ts';
import { check, inOrder } from './check.ts';
import { verifyDocument } from './verify-document.ts';
import type { Findings, Task, Work } from './work.ts';

const mediaTypes = ['application/vc+jwt', 'application/vp+jwt', 'application/jwt'];

/** VC 2.0 §4.13: a token in the `data:` address of an enveloped credential or presentation. */
export async function verifyEnveloped(task: Task, document: JsonObject, work: Work): Promise<Findings> {
  const [, mediaType, token] = /^data:([\w.+/-]+)(?:;[\w=-]+)*,(ey[\w.-]+)$/.exec(string(document.id) ?? '') ?? [];
  if (token && mediaType !== undefined && mediaTypes.includes(mediaType)) {
    return verifyDocument({ ...task, found: { form: 'jws', text: token } }, work);
  }
  const kind = mediaType ?? 'EnvelopedVerifiableCredential';
  const shape = check('shape', 'unknown', 'shape.not-yet-supported', { kind });
  return {
    checks: inOrder([shape]),
    format: { carrier: task.carrier },
    document: task.found.text,
    technical: {},
    inner: [],
  };
}
