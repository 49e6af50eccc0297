import { addDays } from '../../calendar/iso-date.ts'
import { workingDaysBetween } from '../../calendar/working-days.ts'
import { actBy, actByNote } from '../../engine/act-by.ts'
import { breach, due, met, noData, notApplicable } from '../../engine/finding.ts'
import { defineRule } from '../../engine/rule.ts'
import { count, dayWords } from '../../engine/words.ts'
import { valueOn } from '../../law/dated.ts'
import { firstPepState } from '../../law/first-pep.ts'
import { thresholds } from '../../law/thresholds.ts'

export default defineRule({
  id: 'initial-pep-not-ready',
  title: 'First PEP ready for the first care review',
  breachTitle: 'First PEP not ready for the first care review',
  why: 'The first care review, within 20 working days, plans the child’s life; without the personal education plan (PEP) it plans without school. Statutory guidance, as Virtual Schools report it, asks for the plan to be there by then.',
  action: {
    text: 'Finish the school’s part of the PEP, send it to the social worker, and record the day it was complete.',
    label: 'Record the PEP',
    form: 'pep-meeting',
  },
  severity: 'high',
  counts: 'working days',
  duty: { owner: 'local-authority', force: 'should', source: 'promoting-education', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['identity', 'care', 'pep'],
  check({ identity, care, pep }, { on, calendar }) {
    const limit = valueOn(thresholds.pepAvailable, on)
    return pep.firstPeps.flatMap(({ spellStartedOn, heldOn, heldId, completedOn }) => {
      const about = `care since ${spellStartedOn}`
      const began = dayWords(spellStartedOn, on)
      const spellEndedOn = care.spells.find((spell) => spell.startedOn === spellStartedOn)?.endedOn ?? null
      const found = firstPepState(
        { ...identity, spellStartedOn, spellEndedOn, doneOn: completedOn },
        limit,
        on,
      )
      if (found === null)
        return noData(about, `Care began on ${began}; bank holidays are not known so far ahead.`)
      const { deadline, state } = found
      const last = dayWords(deadline, on)
      if (state === 'settled') return []
      if (state === 'elsewhere')
        return notApplicable(`The child was not at this school on ${last}, the twentieth working day.`, about)
      if (state === 'care-ended')
        return notApplicable(`Care ended before ${last}, the twentieth working day.`, about)

      const complete = completedOn === null ? 'Not yet' : dayWords(completedOn, on)
      const soFar =
        heldOn === null
          ? 'no PEP meeting has been held'
          : `the PEP meeting was held on ${dayWords(heldOn, on)}`
      const toFinish = heldId === null ? {} : { record: { kind: 'pep-meeting', id: heldId } }
      const rest = {
        evidence: [
          { label: 'Care began', value: began, on: spellStartedOn },
          { label: `${count(limit, 'working day')} end`, value: last, on: deadline },
          {
            label: 'First PEP meeting',
            value: heldOn === null ? 'None recorded' : dayWords(heldOn, on),
            ...toFinish,
          },
          { label: 'PEP complete', value: complete },
        ],
      }
      const since = addDays(deadline, 1)
      if (state === 'met')
        return met(about, `Care began on ${began}; the first PEP was complete on ${complete}.`, rest)
      if (state === 'due') {
        const dueOn = actBy(calendar, deadline, on)
        return due(
          about,
          `Care began on ${began}; ${soFar}. The PEP is to be complete by ${last}${actByNote(dueOn, deadline)}.`,
          { ...rest, ...toFinish, dueOn },
        )
      }
      if (state === 'overdue')
        return breach(
          about,
          `Care began on ${began}; ${soFar}, and no PEP was complete by ${last}, the twentieth working day.`,
          { ...rest, ...toFinish, since },
        )
      const daysLate = workingDaysBetween(since, completedOn ?? since) ?? 0
      return breach(
        about,
        `The first PEP was complete on ${complete}, ${count(daysLate, 'working day')} after the twentieth, ${last}.`,
        { ...rest, headline: 'First PEP ready late', since, final: true },
      )
    })
  },
})
