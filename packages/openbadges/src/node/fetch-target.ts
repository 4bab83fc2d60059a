import type { FetchFailure } from '../verify/report.ts';
import { isAddress, isPublicAddress } from './public-address.ts';

/** All addresses of a host name. */
export type Resolve = (host: string) => Promise<string[]>;

export interface Target {
  url: URL;
  /** The checked addresses; nothing else may be connected to. */
  addresses: string[];
}

interface Circumstances {
  /** `host` or `host:port` that may be reached although it is private, without https, or at an odd port. */
  allow: readonly string[];
  resolve: Resolve;
  /** The address that led here by a redirect. */
  from: URL | undefined;
  signal: AbortSignal;
}

/** Whether this address may be fetched, and if so at which numbers. */
export async function fetchTarget(
  text: string,
  { allow, resolve, from, signal }: Circumstances,
): Promise<Target | { failure: FetchFailure }> {
  if (!URL.canParse(text)) return { failure: 'refused-address' };
  const url = new URL(text);
  url.hash = '';
  const isAllowed = allow.includes(url.hostname) || allow.includes(`${url.hostname}:${portOf(url)}`);
  if (isForbidden(url) || (!isAllowed && isUnusual(url, from))) return { failure: 'refused-address' };
  const addresses = await addressesOf(url, resolve, signal);
  if ('failure' in addresses) return addresses;
  if (!isAllowed && !addresses.every(isPublicAddress)) return { failure: 'refused-address' };
  return { url, addresses };
}

const portOf = ({ port, protocol }: URL) => Number(port || (protocol === 'https:' ? 443 : 80));

function isForbidden({ protocol, username, password }: URL): boolean {
  return !['http:', 'https:'].includes(protocol) || username !== '' || password !== '';
}

// Ports at which something other than a web server listens and might be talked into something.
const otherServices = new Set([
  1080, 1433, 1434, 1521, 1723, 2049, 2181, 2375, 2376, 2379, 2380, 3128, 3260, 3306, 3389, 4369, 5060, 5061, 5222,
  5269, 5432, 5672, 5900, 5984, 5985, 5986, 6000, 6379, 6443, 6667, 7001, 8086, 8125, 8500, 9042, 9092, 9100, 9200,
  9300, 10000, 10250, 11211, 15672, 27017, 27018, 50000, 61616,
]);

function isUnusual(url: URL, from: URL | undefined): boolean {
  const port = portOf(url);
  // Hosted badges of Open Badges 0.5 to 2.0 may be at http addresses; nothing that began with https goes on without.
  if (url.protocol === 'http:') return port !== 80 || from?.protocol === 'https:';
  return port !== 443 && (port < 1024 || otherServices.has(port));
}

async function addressesOf(
  url: URL,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<string[] | { failure: FetchFailure }> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isAddress(host)) return [host];
  try {
    const addresses = await Promise.race([resolve(host), rejection(signal)]);
    return addresses.length > 0 ? addresses : { failure: 'unreachable' };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { failure: signal.aborted ? 'timeout' : 'unreachable' };
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
