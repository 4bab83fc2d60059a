import { asArray, type JsonObject } from '../json.ts';
import type { DialectName } from '../schema/dialect.ts';
import type { SchemaKind } from '../schema/schema-problems.ts';

/** Which of our schemas an official address stands for. */
export interface OfficialSchema {
  dialect: DialectName;
  kind: SchemaKind;
  /** Whether it is for documents of this version of the VC data model. */
  accepts(document: JsonObject): boolean;
}

const address =
  /^https?:\/\/purl\.imsglobal\.org\/spec\/(?:ob\/v3p0|clr\/v2p0)\/schema\/(json|json-ld)\/(?:ob_v3p0|clr_v2p0)_(any)?(achievement|endorsement|clr)credential_schema\.json$/;

/** The addresses that 1EdTech publishes: schemas of this package, in two dialects; `any` ones also take VC 1.1. */
export function officialSchema(url: string): OfficialSchema | undefined {
  const [, family, any, kind] = address.exec(url) ?? [];
  if (kind === undefined) return undefined;
  return {
    dialect: family === 'json' ? 'strict' : 'json-ld',
    kind: kind as SchemaKind,
    accepts: (document) =>
      any !== undefined || asArray(document['@context'])[0] !== 'https://www.w3.org/2018/credentials/v1',
  };
}
