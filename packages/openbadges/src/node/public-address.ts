import ipaddr from 'ipaddr.js';

// Azure's metadata and name server has a number that is public everywhere else.
const metadata = new Set(['168.63.129.16']);
// RFC 4291 §2.4: all global unicast that is given out; so neither ::/96 nor fec0::/10 nor what is reserved
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** True when the whole internet means the same machine by it: not private, local, shared, translated, reserved or a group. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast' || metadata.has(address.toString())) return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

export function isAddress(text: string): boolean {
  return ipaddr.isValid(text);
}
