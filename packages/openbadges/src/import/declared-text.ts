const latin1 = new TextDecoder('latin1');

/**
 * Markup in the encoding it declares for itself: `<?xml … encoding="…"?>` or `<meta charset="…">`; undefined when it
 * declares none, or one that is not known or not kept.
 */
export function declaredText(bytes: Uint8Array): string | undefined {
  const head = latin1.decode(bytes.subarray(0, 1024));
  const label =
    /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w-]{1,40})["']|<meta\s[^>]*?charset\s*=\s*["']?([\w-]{1,40})/i.exec(head);
  const encoding = label?.[1] ?? label?.[2];
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // RangeError: no such encoding. TypeError: not text in it.
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}
