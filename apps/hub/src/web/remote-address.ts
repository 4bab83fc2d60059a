import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';

/**
 * The visitor's network, for limits: an IPv4 address, or the 64 bits of an IPv6 network, in which one visitor has all
 * addresses. `x-forwarded-for` is believed only as far as the operator's own proxies wrote it.
 */
export function remoteAddress(c: Context, trustedProxies: number): string {
  return networkOf(written(c, trustedProxies));
}

function networkOf(text: string): string {
  // some proxies write the port as well
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  if (!ipaddr.isValid(bare)) return 'unknown';
  const address = ipaddr.process(bare);
  if (address instanceof ipaddr.IPv4) return address.toString();
  const network = address.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

function written(c: Context, trustedProxies: number): string {
  const direct: string = c.env?.incoming?.socket?.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return direct;
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-trustedProxies) ?? direct;
}
