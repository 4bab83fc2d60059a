import * as z from 'zod/mini';
import type { Dialect } from './dialect.ts';

/** VC 2.0 §4.3–§4.13: any credential, presentations, and the envelopes of tokens. */
export function presentationSchemas<Proof>(
  { text, many, type, context }: Dialect,
  proof: z.ZodMiniType<Proof>,
  firstContext: string,
) {
  const holder = z.union([text, z.looseObject({ id: text })]);
  const VerifiableCredential = z.looseObject({
    '@context': context(firstContext),
    id: z.optional(text),
    type: type(['VerifiableCredential']),
    issuer: holder,
    credentialSubject: z.union([z.looseObject({}), z.array(z.looseObject({})).check(z.minLength(1))]),
    proof: z.optional(z.union([proof, z.array(proof)])),
  });
  const EnvelopedVerifiableCredential = envelope('EnvelopedVerifiableCredential');
  const AnyCredential = z.union([
    EnvelopedVerifiableCredential,
    z.looseObject({ type: type(['VerifiableCredential']) }),
  ]);
  const VerifiablePresentation = z.looseObject({
    '@context': context(firstContext),
    id: z.optional(text),
    type: type(['VerifiablePresentation']),
    holder: z.optional(holder),
    verifiableCredential: z.optional(many(AnyCredential)),
    proof: z.optional(z.union([proof, z.array(proof)])),
  });
  return {
    VerifiableCredential,
    VerifiablePresentation,
    EnvelopedVerifiableCredential,
    EnvelopedVerifiablePresentation: envelope('EnvelopedVerifiablePresentation'),
    AnyCredential,
  };
}

function envelope<Name extends string>(name: Name) {
  return z.looseObject({
    '@context': z.union([z.string(), z.array(z.unknown()).check(z.minLength(1))]),
    id: z.string().check(z.regex(/^data:[^,]+,./)),
    type: z.union([z.literal(name), z.tuple([z.literal(name)])]),
  });
}
