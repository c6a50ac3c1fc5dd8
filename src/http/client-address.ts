import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import type { AppEnv } from './app-env.ts';

/**
 * Names the client a request is counted for. `X-Forwarded-For` is read from its right end, and only as far as the
 * addresses are trusted proxies: what stands left of the first stranger is that stranger's invention.
 */
export function createClientAddress(trustedProxies: readonly string[]): (c: Context<AppEnv>) => string {
  const trusted = new BlockList();
  for (const block of trustedProxies) {
    const [address = '', bits] = block.split('/');
    const family = familyOf(address);
    trusted.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family);
  }

  return (c) => {
    const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map(withoutPort);
    let address = unmapped(c.env?.incoming?.socket.remoteAddress ?? '');
    while (isIP(address) !== 0 && trusted.check(address, familyOf(address))) {
      const hop = hops.pop();
      if (hop === undefined || isIP(hop) === 0) break;
      address = unmapped(hop);
    }
    return countedAs(address);
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function unmapped(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

function withoutPort(hop: string): string {
  const text = hop.trim();
  return /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
}

/** A household has a whole IPv6 /64, so its 64 bits are one client. */
function countedAs(address: string): string {
  if (isIP(address) === 0) return 'unknown';
  if (isIP(address) === 4) return address;
  const [left = '', right] = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const missing = right === undefined ? 0 : 8 - head.length - tail.length;
  return [...head, ...Array.from({ length: missing }, () => '0'), ...tail].slice(0, 4).join(':');
}
