import { detectDocument } from '../../src/import/detect-document.ts';
import type { LinkedDocuments } from '../../src/import/view-of-assertion.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import { nodeTools } from '../../src/node/node-tools.ts';
import { fetchHosted, type HostedDocument, hostedDocument } from '../../src/verify/hosted-document.ts';
import { type Outside, outsideOf } from '../../src/verify/outside.ts';
import type { CommandContext } from '../command.ts';
import { notPossible, refused } from '../command-error.ts';
import { payloadOf } from '../inspect/payload-of.ts';
import { isOn, textOptions } from '../option-values.ts';
import { printable } from '../printable.ts';
import { findBadge } from '../read-badge-text.ts';

/** A badge to convert, and the documents that it only names. */
export interface OriginalBadge {
  document: JsonObject;
  linked: LinkedDocuments;
}

/** Reads a badge from a file and asks for what it names, unless `--offline`. Throws a `CommandError`. */
export async function originalBadge(name: string, context: CommandContext): Promise<OriginalBadge> {
  const { values, clock } = context;
  const environment = context.environment({ clock, offline: isOn(values, 'offline') }, textOptions(values, 'allow'));
  const outside = outsideOf({ ...environment, tools: environment.tools ?? nodeTools() });
  const found = await findBadge(name, context);
  const hosted = found.form === 'url' ? await fetchHosted(found.text, 'document', outside) : undefined;
  if (hosted && 'failure' in hosted)
    throw notPossible(`The badge lies at ${printable(hosted.url)}, which could not be had.`);
  const document = hosted ? hosted.document : payloadOf(found);
  if (!isObject(document) || detectDocument(document).kind === 'not-a-badge')
    throw refused(`${printable(name)} is no badge that can be converted.`);
  const source = hosted?.url;
  return { document, linked: { source, ...(await linkedTo(document, outside)) } };
}

async function linkedTo(document: JsonObject, outside: Outside): Promise<LinkedDocuments> {
  if (detectDocument(document).kind !== 'assertion') return {};
  const badge = documentIn(await hostedDocument(document.badge, 'achievement', outside));
  const issuer = badge && documentIn(await hostedDocument(badge.issuer, 'issuer', outside));
  return { ...(badge ? { badge } : {}), ...(issuer ? { issuer } : {}) };
}

function documentIn(hosted: HostedDocument | undefined): JsonObject | undefined {
  return hosted && 'document' in hosted ? hosted.document : undefined;
}
