/** The parts of a DID URL, percent-encoding kept. */
export interface DidUrl {
  did: string;
  method: string;
  /** With its leading `/`; empty when there is none. */
  path: string;
  /** Without the `?`; absent when there is none. */
  query?: string;
  /** Without the `#`; absent when there is none. */
  fragment?: string;
}

/** A DID URL in its parts, or the code by which DID Resolution calls what is wrong with it. */
export type DidUrlReading = { ok: true; url: DidUrl } | { ok: false; code: 'invalidDid' | 'invalidDidUrl' };

/** Longer than any DID that is written down, a did:jwk of RSA included. */
const longest = 8192;
// DID Core §3.1: method-specific-id = *( *idchar ":" ) 1*idchar
const did = /^did:([a-z0-9]+):(?:(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})*:)*(?:[A-Za-z0-9._-]|%[0-9A-Fa-f]{2})+$/;
// DID Core §3.2, RFC 3986 §3.3–§3.5
const rest =
  /^((?:\/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\?((?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*))?(?:#((?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*))?$/;

/** Reads a DID or DID URL (DID Core §3.1, §3.2) and says which of the two is malformed. Never throws. */
export function readDidUrl(text: string): DidUrlReading {
  if (text.length > longest) return { ok: false, code: 'invalidDid' };
  const end = text.search(/[/?#]/);
  const name = end < 0 ? text : text.slice(0, end);
  const [, method] = did.exec(name) ?? [];
  if (method === undefined) return { ok: false, code: 'invalidDid' };
  const parts = rest.exec(end < 0 ? '' : text.slice(end));
  if (!parts) return { ok: false, code: 'invalidDidUrl' };
  const [, path = '', query, fragment] = parts;
  return {
    ok: true,
    url: {
      did: name,
      method,
      path,
      ...(query === undefined ? {} : { query }),
      ...(fragment === undefined ? {} : { fragment }),
    },
  };
}
