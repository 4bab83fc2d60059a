import * as z from 'zod/mini';
import { anyText, iri, olderInstant, oneOrMany, typed } from './older-values.ts';

/** zod schemas by the name of the class. */
export type OpenBadges1Schemas = ReturnType<typeof makeSchemas>;
/** zod schemas by the name of the class. */
export type OpenBadges05Schemas = ReturnType<typeof makeOldest>;

const made = new Map<string, OpenBadges1Schemas>();
let oldest: OpenBadges05Schemas | undefined;

/** The zod schemas of Open Badges 1.0 or 1.1, by the name of the class. Made when they are first asked for. */
export function openBadges1Schemas(version: '1.0' | '1.1'): OpenBadges1Schemas {
  const schemas = made.get(version) ?? makeSchemas(version === '1.1');
  made.set(version, schemas);
  return schemas;
}

/** The zod schema of an Open Badges 0.5 assertion, which holds its badge and issuer. */
export function openBadges05Schemas(): OpenBadges05Schemas {
  oldest ??= makeOldest();
  return oldest;
}

/** 1.1 gave each document an id and a type; 1.0 knows an assertion by its uid. */
function makeSchemas(isNamed: boolean) {
  const maybe = z.optional(anyText);
  const named = (type: string) => ({
    id: isNamed ? iri : z.optional(iri),
    type: isNamed ? typed(type) : z.optional(z.unknown()),
  });
  const Verification = z.looseObject({ type: z.enum(['hosted', 'signed']), url: z.optional(iri) });
  const Assertion = z.looseObject({
    ...named('Assertion'),
    uid: isNamed ? maybe : anyText,
    recipient: z.looseObject({ identity: anyText, type: anyText, hashed: z.boolean(), salt: z.optional(z.string()) }),
    badge: iri,
    verify: z.optional(Verification),
    verification: z.optional(Verification),
    issuedOn: olderInstant,
    image: z.optional(iri),
    evidence: z.optional(oneOrMany(iri)),
    expires: z.optional(olderInstant),
  });
  const BadgeClass = z.looseObject({
    ...named('BadgeClass'),
    name: anyText,
    description: anyText,
    image: iri,
    criteria: iri,
    issuer: iri,
    alignment: z.optional(oneOrMany(z.looseObject({ name: anyText, url: iri, description: maybe }))),
    tags: z.optional(oneOrMany(anyText)),
  });
  const Issuer = z.looseObject({
    ...named('Issuer'),
    name: anyText,
    url: iri,
    description: maybe,
    image: z.optional(iri),
    email: maybe,
    revocationList: z.optional(iri),
  });
  return { Assertion, BadgeClass, Issuer };
}

function makeOldest() {
  const maybe = z.optional(anyText);
  const Issuer = z.looseObject({ origin: iri, name: anyText, org: maybe, contact: maybe });
  const BadgeClass = z.looseObject({
    version: maybe,
    name: anyText,
    image: anyText,
    description: anyText,
    criteria: anyText,
    issuer: Issuer,
  });
  const Assertion = z.looseObject({
    recipient: anyText,
    salt: z.optional(z.string()),
    evidence: z.optional(anyText),
    expires: z.optional(olderInstant),
    issued_on: z.optional(olderInstant),
    badge: BadgeClass,
  });
  return { Assertion, BadgeClass, Issuer };
}
