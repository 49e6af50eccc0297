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
  id: 'initial-pep-not-held',
  title: 'First PEP meeting held within ten working days',
  breachTitle: 'First PEP meeting not held within ten working days',
  why: 'Coming into care can cost a child their place, their lessons and the adults who know them. Statutory guidance, as Virtual Schools report it, asks for the first personal education plan (PEP) to be begun within ten working days; it is counted here as begun with its first meeting.',
  action: {
    text: 'Ask the social worker for the first PEP meeting, bring the school’s part, and record it.',
    label: 'Record a PEP meeting',
    form: 'pep-meeting',
  },
  severity: 'high',
  counts: 'working days',
  duty: { owner: 'local-authority', force: 'should', source: 'promoting-education', from: '2018-02-26' },
  groups: ['cla'],
  needs: ['identity', 'care', 'pep'],
  check({ identity, care, pep }, { on, calendar }) {
    const limit = valueOn(thresholds.pepInitiated, on)
    return pep.firstPeps.flatMap(({ spellStartedOn, heldOn, heldId }) => {
      const about = `care since ${spellStartedOn}`
      const began = dayWords(spellStartedOn, on)
      const spellEndedOn = care.spells.find((spell) => spell.startedOn === spellStartedOn)?.endedOn ?? null
      const found = firstPepState({ ...identity, spellStartedOn, spellEndedOn, doneOn: heldOn }, limit, on)
      if (found === null)
        return noData(about, `Care began on ${began}; bank holidays are not known so far ahead.`)
      const { deadline, state } = found
      const last = dayWords(deadline, on)
      if (state === 'settled') return []
      if (state === 'elsewhere')
        return notApplicable(`The child was not at this school on ${last}, the tenth working day.`, about)
      if (state === 'care-ended')
        return notApplicable(`Care ended before ${last}, the tenth working day.`, about)

      const held = heldOn === null ? 'None recorded' : dayWords(heldOn, on)
      const rest = {
        evidence: [
          { label: 'Care began', value: began, on: spellStartedOn },
          { label: `${count(limit, 'working day')} end`, value: last, on: deadline },
          {
            label: 'First PEP meeting',
            value: held,
            ...(heldId === null ? {} : { record: { kind: 'pep-meeting', id: heldId } }),
          },
        ],
      }
      const since = addDays(deadline, 1)
      if (state === 'met')
        return met(about, `Care began on ${began}; the first PEP meeting was held on ${held}.`, rest)
      if (state === 'due') {
        const dueOn = actBy(calendar, deadline, on)
        return due(
          about,
          `Care began on ${began}: the first PEP meeting is due by ${last}, the tenth working day${actByNote(dueOn, deadline)}.`,
          { ...rest, dueOn },
        )
      }
      if (state === 'overdue')
        return breach(
          about,
          `No PEP meeting has been held since care began on ${began}; the tenth working day was ${last}.`,
          { ...rest, since },
        )
      const daysLate = workingDaysBetween(since, heldOn ?? since) ?? 0
      return breach(
        about,
        `The first PEP meeting was held on ${held}, ${count(daysLate, 'working day')} after the tenth, ${last}.`,
        { ...rest, headline: 'First PEP meeting held late', since, final: true },
      )
    })
  },
})
