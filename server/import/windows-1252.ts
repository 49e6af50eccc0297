/**
 * What the bytes 0x80 to 0x9F stand for in Windows-1252; 0 where they stand for nothing.
 * @NOTE Node 20's own TextDecoder reads them as Latin-1 control characters.
 */
const high = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
]

const utf8Of = Array.from({ length: 128 }, (_, at) => {
  const codePoint = at < 32 ? high[at]! : at + 128
  return codePoint === 0 ? null : Buffer.from(String.fromCodePoint(codePoint))
})

/** The first byte that Windows-1252 has no character for; -1 when there is none. */
export function firstUndefinedByte(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! >= 0x80 && utf8Of[bytes[at]! - 0x80] === null) return at
  }
  return -1
}

/** Windows-1252 text as UTF-8; bytes without a character are left out. */
export function windows1252ToUtf8(bytes: Uint8Array): Uint8Array {
  let length = 0
  for (const byte of bytes) length += byte < 0x80 ? 1 : (utf8Of[byte - 0x80]?.length ?? 0)
  const out = new Uint8Array(length)
  let at = 0
  for (const byte of bytes) {
    if (byte < 0x80) out[at++] = byte
    else for (const each of utf8Of[byte - 0x80] ?? []) out[at++] = each
  }
  return out
}
