import { capital } from '../../engine/words.ts'
import type { ReportAction } from '../shapes.ts'
import { firstNumber, numberWords, things } from '../words/numbers.ts'
import { section, sentencesOf, type WriteSection } from './writing.ts'

const ACTIONS = ['action', 'actions'] as const

function lastYear(actions: readonly ReportAction[]): string | null {
  if (actions.length === 0) return null
  const done = actions.filter(({ outcome }) => outcome === 'done').length
  const partly = actions.filter(({ outcome }) => outcome === 'partly').length
  const open = actions.filter(({ outcome }) => outcome === null).length
  const first =
    actions.length === 1
      ? `The one action of the last report is ${done === 1 ? 'done' : 'not done in full'}`
      : `${done === 0 ? 'None' : firstNumber(done)} of the ${things(actions.length, ACTIONS)} of the last report ${done === 1 ? 'is' : 'are'} done`
  const rest = [
    partly > 0 && actions.length > 1 ? `${numberWords(partly)} in part` : null,
    open > 0 && actions.length > 1
      ? `for ${numberWords(open)} nobody has said yet what became of ${open === 1 ? 'it' : 'them'}`
      : null,
  ].filter((part) => part !== null)
  return `${[first, ...rest].join('; ')}.`
}

/** 15 Actions: what became of the last report's, and what is asked for until the next. */
export const actions: WriteSection = ({ lastActions, nextActions }) => {
  const open = lastActions.filter(({ outcome }) => outcome !== 'done').length
  return section({
    headline:
      nextActions.length === 0
        ? 'No action is proposed yet'
        : capital(
            `${things(nextActions.length, ACTIONS)} ${nextActions.length === 1 ? 'is' : 'are'} proposed`,
          ),
    sentences: sentencesOf(lastYear(lastActions)),
    asks: 'What you ask of senior leaders and of the governing board, each with who and by when.',
    questions: [
      open > 0
        ? 'What stands in the way of the actions that are not done?'
        : 'How will the board know by the next report that each action was done?',
    ],
  })
}
