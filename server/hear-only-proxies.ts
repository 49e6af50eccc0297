import type { Server } from 'node:net'
import { inRanges, plainIp } from './trusted-proxies.ts'

/**
 * Without https of its own, a server that other machines reach hears its proxies and this machine alone: nobody
 * else gets a word in, or out of it, in the clear.
 */
export function hearOnlyProxies(server: Pick<Server, 'on'>, trustedProxies: readonly string[]): void {
  const isTrusted = inRanges([...trustedProxies, '127.0.0.0/8', '::1'])
  server.on('connection', (socket) => {
    const from = plainIp(socket.remoteAddress ?? '')
    if (from === undefined || !isTrusted(from)) socket.destroy()
  })
}
