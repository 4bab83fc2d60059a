/** For how many milliseconds a server lets its answer be kept (RFC 9111 §5.2.2, §5.3); nothing when it does not say. */
export function maxAgeOf(headers: Readonly<Record<string, string | string[] | undefined>>): { maxAge?: number } {
  const control = String(headers['cache-control'] ?? '').toLowerCase();
  if (/\bno-(store|cache)\b/.test(control)) return { maxAge: 0 };
  const seconds = /\bmax-age\s*=\s*"?(\d{1,9})\b/.exec(control)?.[1];
  if (seconds !== undefined) return { maxAge: Math.max(0, Number(seconds) - spent(headers.age)) * 1000 };
  if (headers.expires === undefined) return {};
  const left = instant(headers.expires) - instant(headers.date);
  return { maxAge: Number.isNaN(left) ? 0 : Math.max(0, left) };
}

/** Anything else than an HTTP date, above all `0`, means that the answer is over already (RFC 9111 §5.3). */
function instant(date: string | string[] | undefined): number {
  return typeof date === 'string' && date.endsWith('GMT') ? Date.parse(date) : Number.NaN;
}

/** The seconds an answer already spent in caches on its way (RFC 9111 §5.1). */
function spent(age: string | string[] | undefined): number {
  return typeof age === 'string' && /^\d{1,9}$/.test(age) ? Number(age) : 0;
}
