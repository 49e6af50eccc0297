import { describe, expect, it } from 'vitest'
import { originOf } from '../../../../server/api/http/address.ts'

const proxies = ['127.0.0.1', '10.1.0.0/16', '2001:db8:5::/48']

describe('where a request comes from', () => {
  it.each([
    ['the other end, when nobody is trusted', '203.0.113.7', '198.51.100.1', [], '203.0.113.7'],
    [
      'the other end, when it is no proxy, whatever it says',
      '203.0.113.7',
      '198.51.100.1',
      proxies,
      '203.0.113.7',
    ],
    ['what the proxy says', '127.0.0.1', '198.51.100.1', proxies, '198.51.100.1'],
    [
      'what the proxy says last, not what the caller wrote',
      '127.0.0.1',
      '1.2.3.4, 198.51.100.1',
      proxies,
      '198.51.100.1',
    ],
    ['behind two proxies', '127.0.0.1', '1.2.3.4, 198.51.100.1, 10.1.9.9', proxies, '198.51.100.1'],
    ['a caller who claims to be a proxy', '127.0.0.1', '10.1.0.1, 198.51.100.1', proxies, '198.51.100.1'],
    ['the proxy, when it says nothing', '127.0.0.1', undefined, proxies, '127.0.0.1'],
    ['the proxy, when it says an empty word', '127.0.0.1', '', proxies, '127.0.0.1'],
    ['the proxy, when the last word is none', '127.0.0.1', '198.51.100.1, unknown', proxies, '127.0.0.1'],
    ['the proxy, when the last word is markup', '127.0.0.1', '<script>', proxies, '127.0.0.1'],
    [
      'the proxy, when the last word is a line break',
      '127.0.0.1',
      '198.51.100.1\r\nX: y',
      proxies,
      '127.0.0.1',
    ],
    ['a proxy by IPv6', '2001:db8:5::1', '2001:DB8:0:0:7::0:1', proxies, '2001:db8::7:0:0:1'],
    ['IPv4 written as IPv6', '::ffff:127.0.0.1', '::ffff:c633:6401', proxies, '198.51.100.1'],
    ['an address with a port', '127.0.0.1', '198.51.100.1:51000', proxies, '198.51.100.1'],
    ['an IPv6 address with a port', '127.0.0.1', '[2001:db8::7]:51000', proxies, '2001:db8::7'],
    ['an address with a zone', 'fe80::1%eth0', undefined, proxies, 'fe80::1'],
    ['spaces and tabs around it', '127.0.0.1', ' \t198.51.100.1 \t', proxies, '198.51.100.1'],
    ['numbers that only look like an address', '127.0.0.1', '0x7f.1', proxies, '127.0.0.1'],
  ])('%s', (_, peer, forwarded, trusted, expected) => {
    expect(originOf(peer, forwarded, trusted)).toBe(expected)
  })

  it('a chain of two thousand, of which only the end counts', () => {
    const long = Array.from({ length: 2000 }, (_, i) => `192.0.2.${i % 250}`).join(', ')
    expect(originOf('127.0.0.1', `${long}, 198.51.100.1`, proxies)).toBe('198.51.100.1')
    const climbing = Array.from({ length: 2000 }, () => '10.1.0.1').join(', ')
    expect(originOf('127.0.0.1', `198.51.100.1, ${climbing}`, proxies)).toBe('10.1.0.1')
  })
})
