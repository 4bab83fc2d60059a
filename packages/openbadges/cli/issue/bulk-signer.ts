import { isObject, type JsonObject } from '../../src/model/json.ts';
import { pointerInto } from '../../src/model/json-pointer.ts';
import {
  type CredentialTemplate,
  compileCredential,
  type TemplateOptions,
} from '../../src/proof/credential-template.ts';
import { issueCredential } from '../../src/proof/issue-credential.ts';
import type { ProofTools } from '../../src/proof/proof-tools.ts';

export type Sign = (document: JsonObject) => Promise<JsonObject>;

/** One form of document: the same members, numbers and lists, with other texts. */
interface Form {
  example: JsonObject;
  pointers: string[];
  texts: string[];
  varying: Set<number>;
  template?: CredentialTemplate;
  compilations: number;
}

const mostForms = 16;
const mostCompilations = 8;

/**
 * Signs many documents that are alike: what all of them share is prepared once. The result is what `issueCredential`
 * makes of each. `check` is asked about the first document of every form, and throws when it must not be signed.
 */
export function bulkSigner(options: TemplateOptions, tools: ProofTools, check: (document: JsonObject) => void): Sign {
  const forms = new Map<string, Form>();
  return async (document) => {
    const leaves = leavesOf(document);
    const known = forms.get(leaves.form);
    if (known) return signLike(known, document, leaves.texts, options, tools);
    check(document);
    const { pointers, texts } = leaves;
    if (forms.size < mostForms)
      forms.set(leaves.form, { example: document, pointers, texts, varying: new Set(), compilations: 0 });
    return issueCredential(document, options, tools);
  };
}

async function signLike(
  form: Form,
  document: JsonObject,
  texts: string[],
  options: TemplateOptions,
  tools: ProofTools,
) {
  const news = texts.flatMap((text, at) => (text !== form.texts[at] && !form.varying.has(at) ? [at] : []));
  if (news.length > 0 || !form.template) {
    if (form.compilations >= mostCompilations) return issueCredential(document, options, tools);
    for (const at of news) form.varying.add(at);
    form.compilations += 1;
    form.template = await compileCredential(form.example, pointersOf(form), tools);
  }
  const values = [...form.varying].map((at) => [form.pointers[at], texts[at]]);
  return form.template.issue(Object.fromEntries(values), options);
}

function pointersOf({ varying, pointers }: Form): string[] {
  return [...varying].map((at) => pointers[at] as string);
}

/** The texts of a document with their pointers; everything else of it, and what decides how it is read, is its form. */
function leavesOf(document: JsonObject) {
  const pointers: string[] = [];
  const texts: string[] = [];
  const form: string[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value === 'string') {
      pointers.push(pointer);
      texts.push(value);
      form.push(pointer);
    } else if (Array.isArray(value))
      value.forEach((item, at) => {
        walk(item, `${pointer}/${at}`);
      });
    else if (isObject(value)) walkMembers(value, pointer);
    else form.push(`${pointer}=${String(value)}`);
  };
  const walkMembers = (object: JsonObject, pointer: string): void => {
    for (const [name, value] of Object.entries(object)) {
      const at = pointerInto(pointer, name);
      if (name === '@context' || name === 'type') form.push(`${at}=${JSON.stringify(value)}`);
      else walk(value, at);
    }
  };
  walk(document, '');
  return { form: form.join('\n'), pointers, texts };
}
