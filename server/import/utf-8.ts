const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80

/**
 * Length of the UTF-8 sequence at a place: 1 to 4; 0 when there is none. A surrogate written as three bytes,
 * which UTF-8 forbids and careless programs write, counts as -3.
 */
export function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const second = bytes[at + 1]
  if (lead < 0x80) return 1
  if (!continues(second)) return 0
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (!continues(bytes[at + 2])) return 0
  if (lead === 0xe0) return second! >= 0xa0 ? 3 : 0
  if (lead === 0xed) return second! < 0xa0 ? 3 : -3
  if (lead > 0xe0 && lead <= 0xef) return 3
  if (!continues(bytes[at + 3])) return 0
  if (lead === 0xf0) return second! >= 0x90 ? 4 : 0
  if (lead === 0xf4) return second! < 0x90 ? 4 : 0
  return lead > 0xf0 && lead < 0xf4 ? 4 : 0
}

export interface Utf8Survey {
  /** Place of the first byte that belongs to no sequence; -1 when there is none. */
  firstBad: number
  /** Sequences of two to four bytes that are right. */
  multiByte: number
}

/** How far bytes keep to UTF-8, written surrogates tolerated. */
export function surveyUtf8(bytes: Uint8Array): Utf8Survey {
  let firstBad = -1
  let multiByte = 0
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at)
    if (length > 1) multiByte++
    else if (length === 0 && firstBad < 0) firstBad = at
    at += Math.abs(length) || 1
  }
  return { firstBad, multiByte }
}
