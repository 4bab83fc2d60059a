/** An address as people type it, without its beginning, gets one; every other text stays as it is. */
export function asAddress(text: string): string {
  const typed = text.trim();
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(:\d+)?(\/[^\s]*)?$/u.test(typed) && typed.length < 2000
    ? `https://${typed}`
    : text;
}
