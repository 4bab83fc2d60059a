/** Names that lead nowhere outside (RFC 6761, RFC 6762, RFC 8375), as far as a name alone can say. */
const privateName = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid)\.?$/;

/** Whether this is an address on the web by name: http or https at the usual port, no number for a host. */
export function isPublicName({ protocol, hostname, port, username }: URL): boolean {
  if (!['https:', 'http:'].includes(protocol) || port !== '' || username !== '') return false;
  const isNumeric = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  return hostname.includes('.') && !isNumeric && !privateName.test(hostname);
}
