import type { Context } from 'hono';

/** The visitor's address. `x-forwarded-for` is believed only as far as the operator's own proxies wrote it. */
export function remoteAddress(c: Context, trustedProxies: number): string {
  const direct: string = c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return direct;
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-trustedProxies) ?? direct;
}
