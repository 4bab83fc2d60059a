import { z } from '@hono/zod-openapi';

const url = z.string().max(4096);
const instant = z.string().openapi({ format: 'date-time' });

/** Exactly one of `credential`, `text` and `url`. */
export const VerifyRequest = z
  .strictObject({
    credential: z
      .union([z.record(z.string(), z.unknown()), z.string()])
      .optional()
      .openapi({ description: 'The credential as JSON, or a compact JWT.' }),
    text: z.string().optional().openapi({ description: 'What somebody would paste: JSON, a JWT, SVG or an address.' }),
    url: url
      .regex(/^https?:\/\//i, 'The url has to start with http:// or https://.')
      .optional()
      .openapi({ description: 'Where the badge, or a page that shows it, can be fetched.' }),
    recipient: z
      .string()
      .max(1000)
      .optional()
      .openapi({ description: 'Whose badge it should be: an e-mail address or id. Compared here, sent to nobody.' }),
  })
  .refine(
    ({ credential, text, url: address }) =>
      [credential, text, address].filter((each) => each !== undefined).length === 1,
    'Send exactly one of credential, text and url.',
  )
  .openapi('VerifyRequest', { example: { url: 'https://issuer.example/credentials/1', recipient: 'ana@example.org' } });

const verdict = z.enum(['valid', 'invalid', 'revoked', 'suspended', 'expired', 'not-yet-valid', 'could-not-check']);

const Check = z
  .object({
    id: z.enum(['shape', 'proof', 'key', 'status', 'dates', 'recipient', 'issuer', 'endorsements']),
    outcome: z.enum(['passed', 'failed', 'warning', 'skipped', 'unknown']),
    code: z.string().openapi({ description: 'Stable; for example proof.tampered.' }),
    sentence: z.string().openapi({ description: 'In the language of Accept-Language where there is one.' }),
    remedy: z.string().optional(),
    pointer: z.string().optional().openapi({ description: 'RFC 6901, into the document.' }),
  })
  .openapi('Check');

const anything = z.record(z.string(), z.unknown());

export const VerifyAnswer = z
  .object({
    verdict,
    checks: z.array(Check),
    format: anything,
    badge: anything.optional().openapi({ description: 'Absent when nothing of the document can be believed.' }),
    identity: z.object({ issuer: z.string(), id: z.string() }).optional(),
    checkedAt: instant,
    lastSeen: z
      .object({ verdict, takenAt: instant })
      .optional()
      .openapi({ description: 'The answer from the last time it could be had here, when it cannot be had now.' }),
    requests: z.array(anything).openapi({ description: 'Every request that was made for this answer.' }),
    inner: z.array(z.object({ role: z.enum(['endorsement', 'credential']), report: anything })),
    page: z.string().openapi({ description: 'The same answer as a page, for a day.' }),
  })
  .openapi('VerifyAnswer');

export const Problem = z
  .object({ type: z.string(), title: z.string(), status: z.number(), code: z.string(), detail: z.string().optional() })
  .openapi('Problem');
