import { api, sentenceOf } from '../../api.ts'
import { mayKeep } from '../child/records.ts'
import { kindsOnce } from '../record-kinds.ts'
import { openLetter } from './open-letter.ts'

/**
 * Opens the written notice of an off-site direction. `record` is told when somebody who may wants to keep when it
 * went. Answers with what stands in the way, in a sentence; empty when nothing does.
 */
export async function readOffSiteLetter(id: string, record: () => void): Promise<string> {
  try {
    const [{ letter }, { kinds }] = await Promise.all([api.offSiteLetter(id), kindsOnce()])
    if (mayKeep(kinds, 'off-site-direction')) openLetter(letter, record)
    else openLetter(letter)
    return ''
  } catch (error) {
    return sentenceOf(error, 'The notice could not be opened. Try again.')
  }
}
