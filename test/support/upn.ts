import { upnCheckLetter } from '../../server/import/upn.ts'

/** An invented pupil number with the right check letter: the same for the same number from 0 to 9999. */
export function anUpn(number: number): string {
  const rest = `99949991${String(number).padStart(4, '0')}`
  return `${upnCheckLetter(rest)}${rest}`
}
