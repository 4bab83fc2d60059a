import { decodeBase64url } from '../../keys/base64url.ts';
import { BadgeError } from '../../model/badge-error.ts';
import { withoutSpace } from './written-forms.ts';

const encoder = new TextEncoder();

/** The bytes of a `data:` URI (RFC 2397); undefined when it is none or does not decode. */
export function dataUriBytes(text: string): Uint8Array | undefined {
  const comma = text.indexOf(',');
  if (!/^data:/i.test(text) || comma < 0 || comma > 1024) return undefined;
  const isBase64 = /;\s*base64\s*$/i.test(text.slice(0, comma));
  const content = withoutSpace(text.slice(comma + 1));
  if (content === undefined) return undefined;
  try {
    return isBase64 ? decodeBase64url(decodeURIComponent(content)) : encoder.encode(decodeURIComponent(content));
  } catch (error) {
    if (error instanceof BadgeError || error instanceof URIError) return undefined;
    throw error;
  }
}
