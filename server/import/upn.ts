/** The letters of pupil numbers in the order of their values, 0 to 22: I, O and S are left out. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const FORM = /^[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]$/

const valueOf = (char: string): number => {
  const letter = LETTERS.indexOf(char)
  return letter >= 0 ? letter : Number(char)
}

/**
 * The check letter of the twelve characters that follow it: each times its place, 2 to 13, summed, modulo 23
 * (Department for Education, Unique Pupil Numbers: guide for local authorities and schools).
 */
export function upnCheckLetter(rest: string): string {
  let sum = 0
  for (let at = 0; at < rest.length; at++) sum += valueOf(rest.charAt(at)) * (at + 2)
  return LETTERS.charAt(sum % 23)
}

/** True for the form of a unique pupil number; a temporary one ends in a letter. */
export function hasUpnForm(text: string): boolean {
  return FORM.test(text)
}

/** True when the first letter is the check letter of the rest. */
export function hasRightCheckLetter(upn: string): boolean {
  return upnCheckLetter(upn.slice(1)) === upn.charAt(0)
}
