import { capital } from '../../engine/words.ts'
import type { ReportAction } from '../shapes.ts'
import { firstNumber, numberWords, things } from '../words/numbers.ts'
import { section, sentencesOf, type WriteSection } from './writing.ts'

const ACTIONS = ['action', 'actions'] as const

/** `Neither of the two actions`, `Both actions`, `All three actions`, `Two of the five actions`. */
function doneOf(done: number, many: number): string {
  if (done === many) return many === 2 ? 'Both actions' : `All ${things(many, ACTIONS)}`
  const none = many === 2 ? 'Neither' : 'None'
  return `${done === 0 ? none : firstNumber(done)} of the ${things(many, ACTIONS)}`
}

function lastYear(actions: readonly ReportAction[]): string | null {
  if (actions.length === 0) return null
  const done = actions.filter(({ outcome }) => outcome === 'done').length
  const partly = actions.filter(({ outcome }) => outcome === 'partly').length
  const open = actions.filter(({ outcome }) => outcome === null).length
  const many = actions.length
  const first =
    many === 1
      ? `The one action of the last report is ${done === 1 ? 'done' : 'not done in full'}`
      : `${doneOf(done, many)} of the last report ${done < 2 ? 'is' : 'are'} done`
  const all = many === 2 ? 'both' : 'all'
  const rest = [
    partly > 0 && many > 1 ? `${partly === many ? all : numberWords(partly)} in part` : null,
    open > 0 && many > 1
      ? `for ${open === many ? all : numberWords(open)} nobody has said yet what became of ${open === 1 ? 'it' : 'them'}`
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
