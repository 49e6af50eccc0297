/** A number from 0 to 1 that depends on the text alone: the demonstration is the same wherever it is made. */
export function drawn(seed: string): number {
  let hash = 2166136261
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 16777619)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296
}

export const oneOf = <T>(list: readonly T[], seed: string): T => list[Math.floor(drawn(seed) * list.length)]!
