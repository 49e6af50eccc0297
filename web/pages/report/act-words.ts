import type { ReportPage } from '../../api.ts'
import { dayOfYear, reportName } from './sentences.ts'

/** A step in the life of a report that tells other people or cannot be taken back. */
export type Act = 'send' | 'return' | 'approve' | 'publish' | 'minute' | 'remove' | 'basis'

interface Words {
  heading: string
  /** What happens, and who will see it. */
  text: readonly string[]
  button: string
  done: string
}

/** A year has one annual report: said while more of the year is to come, as the day can still be changed in a draft. */
function oneOfTheYear({ kind, year, on }: ReportPage['report']): readonly string[] {
  const isOver = on >= `${Number(year.slice(0, 4)) + 1}-07-01`
  return kind !== 'annual' || isOver
    ? []
    : [
        `This is the one annual report for ${year}, and it tells of the year to ${dayOfYear(on)} alone. For a term there is the front page.`,
      ]
}

/** The act restated, who will see what, and what is said once it is done. */
export function actWords(act: Act, { report }: Pick<ReportPage, 'report'>): Words {
  const name = reportName(report)
  switch (act) {
    case 'send':
      return {
        heading: `Send the ${name} to the headteacher?`,
        text: [
          'The headteacher reads it and approves it, or sends it back and says why. Governors do not see it yet.',
          ...oneOfTheYear(report),
        ],
        button: 'Send to the headteacher',
        done: 'Sent. The headteacher finds it under Governors’ report.',
      }
    case 'return':
      return {
        heading: `Send the ${name} back?`,
        text: [
          'The designated teacher can change it again and sees what you write. Governors see nothing of it.',
        ],
        button: 'Send it back',
        done: 'Sent back to the designated teacher.',
      }
    case 'approve':
      return {
        heading: `Approve the ${name}?`,
        text: [
          ...oneOfTheYear(report),
          'It is settled as it stands: numbers, words and the rules behind them. What changes in the data later stands beside it, never in it.',
          'Governors see it once it is published. From then on each authority’s Virtual School has its copy, with the exact numbers of the children it looks after.',
        ],
        button: 'Approve it',
        done: 'Approved, and settled as it stands.',
      }
    case 'publish':
      return {
        heading: `Publish the ${name} to governors?`,
        text: [
          ...oneOfTheYear(report),
          'Every governor can read it from now on, the same for each of them. It cannot be taken back: later reports are held against it.',
        ],
        button: 'Publish it',
        done: 'Published. Governors find it on their page.',
      }
    case 'minute':
      return {
        heading: 'Note the minute',
        text: [
          'What the governing board resolved when it had the report. Every governor and the school read it.',
        ],
        button: 'Note it',
        done: 'Noted.',
      }
    case 'remove':
      return {
        heading: 'Take this draft out?',
        text: ['Nobody has seen it but the school. Its words go with it; another can be started.'],
        button: 'Take it out',
        done: 'The draft is taken out.',
      }
    case 'basis':
      return {
        heading: 'Day and hidden numbers',
        text: [],
        button: 'Use these',
        done: 'The numbers are worked out anew.',
      }
  }
}

/** What is missing in the fields of an act, by their names. */
export function missingIn(act: Act, given: (name: string) => string): Record<string, string> {
  const wanted: Partial<Record<Act, Record<string, string>>> = {
    return: { reason: 'Say what is to be changed.' },
    remove: { reason: 'Say why.' },
    minute: { on: 'Give the day of the meeting.', minute: 'Write down the minute.' },
    basis: { on: 'Give the day.', threshold: 'Choose which numbers are hidden.' },
  }
  return Object.fromEntries(Object.entries(wanted[act] ?? {}).filter(([name]) => given(name).trim() === ''))
}

/** What an act sends, from its fields. */
export function saidIn(act: Act, given: (name: string) => string): Record<string, unknown> {
  if (act === 'return' || act === 'remove') return { reason: given('reason').trim() }
  if (act === 'publish') return { meetingOn: given('meetingOn') || null }
  if (act === 'minute') return { on: given('on'), minute: given('minute').trim() }
  return {}
}
