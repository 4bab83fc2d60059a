/** What a badge says is untrusted: only web addresses become links, only dates are shown as dates. */
export const isAddress = (text: string | undefined): text is string =>
  text !== undefined && /^https?:/i.test(text) && URL.canParse(text);

export const isDate = (text: string | undefined): text is string =>
  text !== undefined && !Number.isNaN(Date.parse(text));
