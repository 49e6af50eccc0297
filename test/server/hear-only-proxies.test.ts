import { EventEmitter } from 'node:events'
import type { Server } from 'node:net'
import { expect, it } from 'vitest'
import { hearOnlyProxies } from '../../server/hear-only-proxies.ts'

it.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['10.1.0.7', true],
  ['::ffff:10.1.0.7', true],
  ['2001:db8:5::99', true],
  ['10.1.0.8', false],
  ['192.0.2.1', false],
  ['2001:db8:6::1', false],
  ['::ffff:192.0.2.1', false],
  [undefined, false],
])('a server for a proxy hears %s: %s', (remoteAddress, isHeard) => {
  const server = new EventEmitter()
  hearOnlyProxies(server as unknown as Server, ['10.1.0.7', '2001:db8:5::/48'])
  let open = true
  server.emit('connection', { remoteAddress, destroy: () => (open = false) })
  expect(open).toBe(isHeard)
})
