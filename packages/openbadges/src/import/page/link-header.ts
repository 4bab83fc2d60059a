/** One link of a `Link` header: its target as written, and its parameters by lower-case name. */
export interface HeaderLink {
  target: string;
  parameters: Map<string, string>;
}

const longestHeader = 16 * 1024;

/** The links of a `Link` header (RFC 8288 §3); what does not fit the grammar is passed over. */
export function linkHeader(header: string): HeaderLink[] {
  return header
    .slice(0, longestHeader)
    .split('<')
    .slice(1)
    .flatMap((part) => {
      const end = part.indexOf('>');
      return end < 0 ? [] : [{ target: part.slice(0, end).trim(), parameters: parametersOf(part.slice(end + 1)) }];
    });
}

function parametersOf(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare] of text.matchAll(/;\s*([\w!#$&+.^`|~*-]+)\s*=\s*(?:"([^"]*)"|([^\s;,"]*))/g)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted ?? bare ?? '');
  }
  return parameters;
}
