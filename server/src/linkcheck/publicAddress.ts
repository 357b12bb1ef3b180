/** Which addresses and host names belong to the public internet. */
import ipaddr from 'ipaddr.js';

/** Whether `address` is one that anybody may reach: not loopback, private, link-local, nor otherwise reserved. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) {
    return false;
  }
  const parsed = ipaddr.process(address.replace(/%.*$/, ''));
  const range = parsed.range();
  if (
    parsed.kind() === 'ipv6' &&
    parsed
      .toByteArray()
      .slice(0, 12)
      .every((byte) => byte === 0)
  ) {
    // An IPv4 address in a form that nothing uses any more.
    return false;
  }
  if (parsed.kind() === 'ipv6' && range === 'rfc6052') {
    // What networks without IPv4 make of an IPv4 address: its last four bytes.
    return isPublicAddress(parsed.toByteArray().slice(-4).join('.'));
  }
  return range === 'unicast';
}

/** Whether `hostname`, as `URL` gives it, may name a public host as far as the name alone can tell. */
export function isPublicHostname(hostname: string): boolean {
  const name = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (ipaddr.isValid(name)) {
    return isPublicAddress(name);
  }
  return name.includes('.') && !privateSuffix.test(name);
}

/** Names that never lead out: RFC 6761 and 6762, and what routers and companies use. */
const privateSuffix = /\.(?:localhost|local|internal|intranet|lan|home\.arpa|corp|private|localdomain)$/;
