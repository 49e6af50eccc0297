import { dateWords } from '../../../server/engine/words.ts'
import { latestBenchmark } from '../../../server/law/benchmarks.ts'
import { daysHold, numberIn, phraseHolds, shareHolds, type Truth } from './read-aloud-claims.ts'

/** One way in which the report may say something, and whether it is so. */
export interface Saying {
  readonly says: RegExp
  readonly holds: (truth: Truth, groups: Readonly<Record<string, string>>) => boolean
}

const N = '(?:[A-Za-z-]+|[\\d,]+)'
const CHILDREN = `(?:no children|no child|one child|${N} children|between ${N} and ${N} children|${N} or (?:fewer|more) children|one child at most)`
const DAYS =
  '(?:no school days|half a school day|[\\d.]+ school days?(?: or (?:fewer|more))?|between [\\d.]+ and [\\d.]+ school days)'
const DAY = '\\d{1,2} [A-Z][a-z]+ \\d{4}'
const TERM = '(?<term>autumn|spring|summer)'

const say = (pattern: string, holds: Saying['holds'] = () => true): Saying => ({
  says: new RegExp(`^(?:${pattern})$`, 'i'),
  holds,
})
/** A text that claims nothing of the numbers. */
const plain = (text: string): Saying => ({
  says: new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`),
  holds: () => true,
})

/** Whether a number that is printed shows more children of a group than the threshold. */
export const isLarge = (t: Truth, group: string): boolean =>
  ['numbers.now', 'numbers.year', 'attendance.counted', 'suspension.children'].some((size) => {
    const shown = t.controlled.shown.get(`${size}.${group}`)
    const fewest = shown?.as === 'exact' ? shown.value : shown?.as === 'range' ? shown.from : 0
    return fewest > t.controlled.threshold
  })

/** `group`: that nothing is recorded may be said of it only where it is shown to be large. */
const cannot = (what: string, id: string, group = 'all'): Saying[] => [
  say(
    `It cannot be said ${what}`,
    (t) => (group === 'all' || isLarge(t, group)) && t.whyUnknown(id) !== undefined,
  ),
]
/** Why something cannot be said, under the headline that says so. */
const WHY =
  '(?:No (?:care history|personal education plan|assessment|attendance register|suspension|pupil premium)|Nothing on special|The school’s terms of)'
const why = (t: Truth, words: string) =>
  (
    [
      ['numbers.now.looked-after', 'all'],
      ['pep.closed.due', 'all'],
      ['attainment.assessed', 'looked-after'],
      ['attendance.rate.looked-after', 'all'],
      ['suspension.children.all', 'all'],
      ['need.known', 'looked-after'],
      ['money.looked-after.received', 'looked-after'],
    ] as const
  ).some(([id, group]) => t.whyUnknown(id) === words && (group === 'all' || isLarge(t, group)))
const notPrinted = (text: string, ...ids: string[]): Saying =>
  say(text, (t) => ids.some((id) => !t.isExact(id)) && ids.every((id) => t.whyUnknown(id) === undefined))
/** The same where it reads alike whether the group's numbers are hidden or there are none. */
const notPrintedOf = (group: string, text: string, ...ids: string[]): Saying =>
  say(
    text,
    (t) =>
      ids.some((id) => !t.isExact(id)) &&
      (!isLarge(t, group) || ids.every((id) => t.whyUnknown(id) === undefined)),
  )

const isYearBefore = (t: Truth, year: string) =>
  Number(year.slice(0, 4)) + 1 === Number(t.measures.year.slice(0, 4))
const change = (t: Truth) => t.is('numbers.now.looked-after') - t.is('numbers.before.looked-after')
const before = (words: string, t: Truth) => numberIn(words) === t.is('numbers.before.looked-after')

/** What last year’s report printed exactly of the same part of its year; fails where it may not be spoken of. */
const lastYears = (t: Truth, id: string): number => {
  const { lastYear, measures } = t
  const shown = lastYear?.printed.get(id)
  const days = Math.abs(Date.parse(measures.on) - Date.parse(lastYear?.on ?? '')) / 86_400_000
  if (shown?.as !== 'exact' || Math.abs(days - 365.5) > 8)
    throw new Error(`Last year’s ${id} is not to be told`)
  return shown.value
}
const YEARS_APART = 'attendance, suspensions, training and money'

const numbers: Saying[] = [
  say(
    `There is no annual report for (?<year>\\d{4}/\\d{2}) to lay beside this one, so ${YEARS_APART} stand here without the year before\\.`,
    (t, g) => t.kind === 'annual' && t.lastYear === null && isYearBefore(t, g.year!),
  ),
  say(
    'The annual report for (?<year>\\d{4}/\\d{2}) printed no number of children, so none of that year stands beside these\\.',
    (t, g) => t.kind === 'annual' && t.lastYear?.printed.size === 0 && isYearBefore(t, g.year!),
  ),
  say(
    `(?<n>${CHILDREN}) here (?<verb>is|are) looked after by a local authority(?<none>, which may be none)?`,
    (t, g) =>
      (g.none === undefined || /or fewer|at most/.test(g.n!)) &&
      ((phraseHolds(g.n!, t.is('numbers.now.looked-after')) &&
        (g.verb === 'is') === /^(no|one) child\b(?! at)/i.test(g.n!)) ||
        (/at most/.test(g.n!) && t.is('numbers.now.looked-after') <= 1)),
  ),
  say(`(?<n>${CHILDREN}) on roll (?:is|are) counted in this report`, (t, g) =>
    phraseHolds(g.n!, t.is('numbers.now.all')),
  ),
  notPrinted('How many children here are looked after is not printed', 'numbers.now.looked-after'),
  ...cannot('how many children here are looked after', 'numbers.now.looked-after'),
  say(
    `In all, (?<n>${CHILDREN}) on roll on (?<day>${DAY}) (?:is|are) counted here: looked after now or before, on a child-in-need or protection plan, with a social worker in the past six years, or in kinship care\\.`,
    (t, g) =>
      phraseHolds(g.n!, t.is('numbers.now.all')) &&
      g.day === `${dateWords(t.measures.on)} ${t.measures.on.slice(0, 4)}`,
  ),
  say(
    'How many were looked after a year before cannot be said, because (?<why>.+)\\.',
    (t, g) =>
      t.whyUnknown('numbers.before.looked-after')?.toLowerCase().replace(/\.$/, '') === g.why!.toLowerCase(),
  ),
  say('There were as many a year before\\.', (t) => change(t) === 0),
  say(
    `A year before there (?:was|were) (?<n>${N}); the difference is too small to read anything into\\.`,
    (t, g) => before(g.n!, t) && change(t) !== 0 && Math.abs(change(t)) <= t.controlled.threshold,
  ),
  say(
    `(?<by>${N}) (?<way>more|fewer) (?:is|are) looked after than a year before, when there (?:was|were) (?<n>${N})\\.`,
    (t, g) =>
      before(g.n!, t) &&
      numberIn(g.by!) > t.controlled.threshold &&
      (g.way === 'more' ? change(t) : -change(t)) === numberIn(g.by!),
  ),
  say(
    'More children are looked after than a year ago\\. Does the designated teacher have more time for them\\?',
    (t) => change(t) > t.controlled.threshold,
  ),
  say(
    'Where another authority looks after a child, who here knows its Virtual School and its ways\\?',
    (t) => t.is('numbers.other-authority') > 0,
  ),
  plain('How do families learn that they can tell us that a child was looked after before?'),
]

const school: Saying[] = [
  say('(?<who>.+) is the designated teacher', (t, g) => t.measures.school.designatedTeacher === g.who),
  say('No designated teacher is recorded', (t) => t.measures.school.designatedTeacher === null),
  plain(
    'The governing body must appoint a designated teacher for children who are or were looked after, and see that they are trained.',
  ),
  plain(
    'The designated teacher leads the school’s part of each education plan, advises colleagues, and is the one whom carers, parents and the Virtual School ring.',
  ),
  say('Who will be appointed, and from which day\\?', (t) => t.measures.school.designatedTeacher === null),
  plain('Does the designated teacher have the time and the standing that the work needs?'),
  say(
    'No training about these children is recorded for this year',
    (t) => t.measures.school.trainings.length === 0,
  ),
  say(
    `(?<n>${N}) training courses? (?:is|are) recorded for this year`,
    (t, g) => numberIn(g.n!) === t.measures.school.trainings.length,
  ),
  say(
    `(?:(?<dt>${N}) for the designated teacher)?(?:, | and )?(?:(?<staff>${N}) for all staff)?(?:, | and )?(?:(?<gov>${N}) for governors)?\\.`,
    (t, g) => {
      const many = (who: string) =>
        t.measures.school.trainings.filter(({ forWhom }) => forWhom === who).length
      return (
        many('designated-teacher') === numberIn(g.dt ?? 'none') &&
        many('all-staff') === numberIn(g.staff ?? 'none') &&
        many('governors') === numberIn(g.gov ?? 'none')
      )
    },
  ),
  say('It was for (?<who>the designated teacher|all staff|governors)\\.', (t, g) => {
    const [only, ...more] = t.measures.school.trainings
    return more.length === 0 && only?.forWhom === g.who!.replace('the ', '').replace(' ', '-')
  }),
  say(
    `For the designated teacher that came to (?<n>${N}) hours?\\.`,
    (t, g) =>
      t.measures.school.trainings
        .filter(({ forWhom }) => forWhom === 'designated-teacher')
        .reduce((sum, { hours }) => sum + (hours ?? NaN), 0) === numberIn(g.n!),
  ),
  plain('Which training does the designated teacher need next, and when is it?'),
  plain('When will all staff next learn how early loss and fear show themselves in a classroom?'),
  plain('When will governors themselves next have training about these children?'),
  plain('What can a visitor see in a classroom today that comes from this training?'),
]

/** The terms whose plans are counted in a figure: each of this year or the last is atoms of its own. */
export const termsOf = (t: Truth, id: string): number =>
  new Set(
    t.measures.figures
      .find((figure) => figure.id === id)
      ?.sum.map(({ atom }) => atom.split(':').slice(0, 2).join(':')),
  ).size
const terms = (t: Truth, words: string | undefined) =>
  words === undefined || numberIn(words) === termsOf(t, 'pep.closed.due')
/** The terms that a sentence takes together, or the one that it names. */
const spanHolds = (t: Truth, g: Readonly<Record<string, string>>) =>
  g.one === undefined
    ? terms(t, g.terms)
    : termsOf(t, 'pep.closed.due') === 1 &&
      t.measures.figures.some(
        ({ id, sum }) => id === 'pep.closed.due' && sum.every(({ atom }) => atom.split(':')[1] === g.one),
      )
const closed = (t: Truth) => ({ due: t.is('pep.closed.due'), done: t.is('pep.closed.on-time') })
const ofYear = (t: Truth) => ({ due: t.is('pep.year.due'), done: t.is('pep.year.on-time') })
/** The last school day of the random schools' second year; nobody is held to what their first year ends with. */
const LAST_SCHOOL_DAY = '2026-07-21'
const isLastDay = (t: Truth) => t.measures.on >= LAST_SCHOOL_DAY
const IN_TERMS = `(?:in the (?:last (?<terms>${N}) terms|(?<one>autumn|spring|summer) term)|this year to (?<until>\\d{1,2} [A-Z][a-z]+))`
type Groups = Parameters<Saying['holds']>[1]
/** The plans that a sentence is about, by its span of time; null where it has no such span to speak of. */
const plansIn = (t: Truth, g: Groups) => {
  if (g.until === undefined) return spanHolds(t, g) ? closed(t) : null
  return isLastDay(t) && g.until === dateWords(t.measures.on) ? ofYear(t) : null
}
const plans = (pattern: string, claim: Parameters<typeof shareHolds>[0]) =>
  say(`${pattern}\\.?`, (t, g) => {
    const found = plansIn(t, g)
    return found !== null && shareHolds(claim, found.done, found.due)
  })

const views = (claim: string, means: Parameters<typeof shareHolds>[0]) =>
  say(`The child’s own views are ${claim}\\.`, (t) => shareHolds(means, t.is('pep.views'), t.is('pep.held')))

const educationPlans: Saying[] = [
  say(`No education plan was due ${IN_TERMS}\\.?`, (t, g) => plansIn(t, g)?.due === 0),
  plans(`Every education plan that was due ${IN_TERMS} was completed in its term`, 'every'),
  plans(`No education plan that was due ${IN_TERMS} was completed in its term`, 'none'),
  plans(`Not every education plan ${IN_TERMS} was completed in its term`, 'not every'),
  plans(`Most education plans ${IN_TERMS} were completed in their term`, 'most'),
  plans(`Most, but not all, education plans ${IN_TERMS} were completed in their term`, 'most, but not all,'),
  say(
    `(?<n>${N}) of (?<whole>${N}) education plans? ${IN_TERMS} (?:was|were) not completed in (?:its|their) term\\.?`,
    (t, g) => {
      const found = plansIn(t, g)
      return found !== null && found.due === numberIn(g.whole!) && found.due - found.done === numberIn(g.n!)
    },
  ),
  say(
    `How many education plans ${IN_TERMS} were completed in their term is not printed\\.?`,
    (t, g) => spanHolds(t, g) && !(t.isExact('pep.closed.due') && t.isExact('pep.closed.on-time')),
  ),
  ...cannot('how many education plans were completed in their term', 'pep.closed.due'),
  say(
    'How many education plans were completed in their term is not printed',
    (t) =>
      !isLarge(t, 'looked-after') &&
      [...t.controlled.shown].every(
        ([id, shown]) =>
          !id.startsWith('pep.') ||
          (shown.as === 'exact' ? shown.value === 0 : shown.as !== 'range' || shown.from === 0),
      ),
  ),
  say(
    'No term has ended yet of which the education plans are known',
    (t) => termsOf(t, 'pep.closed.due') === 0 && t.whyUnknown('pep.closed.due') === undefined,
  ),
  say(
    'Every looked-after child should have a personal education plan \\(PEP\\) each term(?:; terms are taken together where one alone would point at a child)?\\.',
  ),
  say(`No plan is due in the ${TERM} term\\.?`, (t, g) => t.is(`pep.${g.term}.due`) === 0),
  say(
    `Some plans of the ${TERM} term are still to be completed\\.?`,
    (t, g) => t.is(`pep.${g.term}.to-do`) > 0,
  ),
  say(
    `Every plan of the ${TERM} term is completed\\.?`,
    (t, g) => t.is(`pep.${g.term}.due`) > 0 && t.is(`pep.${g.term}.to-do`) === 0,
  ),
  say(
    `(?<n>between ${N} and ${N}|${N} or fewer|${N} or more|${N}) of the (?<whole>${N}) plans? of the ${TERM} term (?:is|are) completed(?: so far|, with (?<left>${N}) school days? left)\\.?`,
    (t, g) => {
      const done = t.is(`pep.${g.term}.on-time`) + t.is(`pep.${g.term}.late`)
      const left = t.measures.school.termNow?.schoolDaysLeft
      return (
        t.is(`pep.${g.term}.due`) === numberIn(g.whole!) &&
        (/ /.test(g.n!) ? phraseHolds(`${g.n} plans`, done) : numberIn(g.n!) === done) &&
        (g.left === undefined || numberIn(g.left) === left)
      )
    },
  ),
  say(
    `The year before, (?<n>${N}) of (?<whole>${N}) education plans? (?:was|were) not completed in (?:its|their) term\\.`,
    (t, g) =>
      t.is('pep.last-year.due') === numberIn(g.whole!) &&
      t.is('pep.last-year.due') - t.is('pep.last-year.on-time') === numberIn(g.n!),
  ),
  views('recorded for every meeting', 'every'),
  views('not recorded for every meeting', 'not every'),
  views('recorded for most meetings', 'most'),
  views('recorded for most but not all meetings', 'most but not all'),
  views('recorded for no meeting', 'none'),
  say(
    `The child’s own views are recorded for (?<n>${N}) of (?<whole>${N}) meetings\\.`,
    (t, g) => t.is('pep.held') === numberIn(g.whole!) && t.is('pep.views') === numberIn(g.n!),
  ),
  say(
    'What would have had to be different for every plan to be completed within its term\\?',
    (t) => closed(t).done < closed(t).due || (isLastDay(t) && ofYear(t).done < ofYear(t).due),
  ),
  plain('What do the plans ask for that the school cannot give alone?'),
  plain('How do we hear a child who does not want to come to the meeting?'),
  // the chart
  say('Every plan that was due was completed in its term', (t) =>
    shareHolds('every', closed(t).done, closed(t).due),
  ),
  say(
    `(?<n>${N}) of (?<whole>${N}) plans? (?:was|were) not completed in (?:its|their) term`,
    (t, g) => closed(t).due === numberIn(g.whole!) && closed(t).due - closed(t).done === numberIn(g.n!),
  ),
]

const assessed = (pattern: string, claim: Parameters<typeof shareHolds>[0]) =>
  say(pattern, (t) => shareHolds(claim, t.is('attainment.expected'), t.is('attainment.assessed')))
const progress = (pattern: string, claim: Parameters<typeof shareHolds>[0]) =>
  say(`${pattern}\\.`, (t) =>
    shareHolds(claim, t.is('attainment.progress-made'), t.is('attainment.progress-known')),
  )
const AT = 'at the expected standard in all that was assessed'

const attainment: Saying[] = [
  say(
    `(?<n>${N}) of (?<whole>${N}) looked-after child(?:ren)? assessed (?:was|were) ${AT}`,
    (t, g) =>
      t.is('attainment.assessed') === numberIn(g.whole!) && t.is('attainment.expected') === numberIn(g.n!),
  ),
  assessed(`Every looked-after child assessed was ${AT}`, 'every'),
  assessed(`No looked-after child assessed was ${AT}`, 'none'),
  assessed(`Not every looked-after child assessed was ${AT}`, 'not every'),
  assessed(`Most looked-after children assessed were ${AT}`, 'most'),
  assessed(`Most, but not all, looked-after children assessed were ${AT}`, 'most, but not all,'),
  say(
    'No assessment of a looked-after child is recorded for this year',
    (t) => t.is('attainment.assessed') === 0,
  ),
  notPrintedOf(
    'looked-after',
    'How looked-after children did in their assessments is not printed',
    'attainment.assessed',
    'attainment.expected',
  ),
  ...cannot('how looked-after children did this year', 'attainment.assessed', 'looked-after'),
  say(
    `Against their own targets, (?<n>${N}) of (?<whole>${N}) child(?:ren)? with progress recorded made the progress expected, or more\\.`,
    (t, g) =>
      t.is('attainment.progress-known') === numberIn(g.whole!) &&
      t.is('attainment.progress-made') === numberIn(g.n!),
  ),
  progress(
    'Every child with progress recorded made the progress expected against their own targets, or more',
    'every',
  ),
  progress(
    'Not every child with progress recorded made the progress expected against their own targets',
    'not every',
  ),
  progress(
    'Most children with progress recorded made the progress expected against their own targets, or more',
    'most',
  ),
  progress(
    'Most, but not all, children with progress recorded made the progress expected against their own targets, or more',
    'most, but not all,',
  ),
  progress('No child with progress recorded made the progress expected against their own targets', 'none'),
  say(
    'Which subject needs most help, and what is being done there that was not done last year\\?',
    (t) => !isLarge(t, 'looked-after') || t.whyUnknown('attainment.assessed') === undefined,
  ),
  say(
    'When will the board hear how these children are learning, and what must be recorded for that\\?',
    (t) => t.whyUnknown('attainment.assessed') !== undefined,
  ),
]

export const groupOf: Readonly<Record<string, string>> = {
  'looked-after children': 'looked-after',
  'children in this report': 'all',
  'everybody whose register is here': 'everyone',
  'looked after': 'looked-after',
  'child in need or protection plan': 'social-worker',
  'previously looked after': 'previously',
  'had a social worker in the past six years': 'past',
  'in kinship care alone': 'kinship',
}
const PERCENT = '(?<rate>\\d+)\u00a0%'
const rateHolds = (t: Truth, who: string, rate: string): boolean => {
  const group = groupOf[who.toLowerCase()]!
  const id = `attendance.rate.${group}`
  return t.is(id) === Number(rate) && (t.measures.amounts.find((each) => each.id === id)?.by.size ?? 0) >= 10
}
const tenth = (t: Truth, group: string, n: string, whole: string) =>
  t.is(`attendance.counted.${group}`) === numberIn(whole) &&
  t.is(`attendance.persistent.${group}`) === numberIn(n)
const sumOfBoth = (t: Truth, what: string) =>
  t.is(`attendance.${what}.all`) + t.is(`attendance.${what}.others`)
const england = (t: Truth) => {
  const { phase } = t.measures.school
  const as = phase === 'primary' || phase === 'secondary' || phase === 'special' ? phase : 'all'
  const { year } = t.measures
  return latestBenchmark('cla12', 'England', year, as) ?? latestBenchmark('cla12', 'England', year)
}
const LOOKED_AFTER =
  'children looked after for at least 12 months in (?<phase>all|primary|secondary|special) schools'
const YEAR = '\\((?<year>\\d{4}/\\d{2}), full year\\)'
const ENGLAND = `${LOOKED_AFTER} missed (?<theirs>\\d+)\u00a0%(?:, and (?<tenth>\\d+)\u00a0% of them missed a tenth or more)? ${YEAR}`
const ENGLAND_TENTH = `(?<theirs>\\d+)\u00a0% of ${LOOKED_AFTER} missed a tenth or more ${YEAR}`
const isOfEngland = (t: Truth, g: Groups, what: 'overall' | 'persistent') => {
  const found = england(t)
  return (
    found !== null &&
    found.year === g.year &&
    found.phase === g.phase &&
    Math.round(found[what]!) === Number(g.theirs)
  )
}
const besideEngland = (pattern: string, apart: (ours: number, theirs: number, n: number) => boolean) =>
  say(
    pattern.replace('ENGLAND', ENGLAND),
    (t, g) =>
      isOfEngland(t, g, 'overall') &&
      (g.tenth === undefined ||
        (Math.round(england(t)!.persistent!) === Number(g.tenth) &&
          t.is('attendance.counted.looked-after') >= 10)) &&
      apart(t.is('attendance.rate.looked-after'), Number(g.theirs), t.is('attendance.counted.looked-after')),
  )

const attendance: Saying[] = [
  say(
    `(?<who>Looked-after children|Children in this report|Everybody whose register is here) missed ${PERCENT} of their sessions`,
    (t, g) => rateHolds(t, g.who!, g.rate!),
  ),
  say(
    `(?<who>Looked-after children|Children in this report) missed ${PERCENT} of their sessions; (?<n>${N}) of (?<whole>${N}) missed a tenth or more`,
    (t, g) =>
      rateHolds(t, g.who!, g.rate!) &&
      (g.whole === 'them'
        ? numberIn(g.n!) === 0 && t.is(`attendance.persistent.${groupOf[g.who!.toLowerCase()]}`) === 0
        : tenth(t, groupOf[g.who!.toLowerCase()]!, g.n!, g.whole!)),
  ),
  say(
    `Of the children in this report, (?:none|(?<n>${N}) of (?<whole>${N})) missed a tenth or more of their sessions`,
    (t, g) => (g.n === undefined ? t.is('attendance.persistent.all') === 0 : tenth(t, 'all', g.n, g.whole!)),
  ),
  say(
    `(?<who>Looked after|Child in need or protection plan|Previously looked after|Had a social worker in the past six years|In kinship care alone): ${PERCENT} of sessions missed`,
    (t, g) => rateHolds(t, g.who!, g.rate!),
  ),
  notPrinted('How much school looked-after children missed is not printed', 'attendance.rate.looked-after'),
  ...cannot('how much school looked-after children missed', 'attendance.rate.looked-after'),
  say(
    `(?<n>${CHILDREN}) (?:is|are) counted here(?:, so each weighs about (?<weight>${N}) points? in our share)?\\.`,
    (t, g) => {
      const group = t.isExact('attendance.rate.looked-after') ? 'looked-after' : 'all'
      const n = t.is(`attendance.counted.${group}`)
      return phraseHolds(g.n!, n) && (g.weight === undefined || numberIn(g.weight) === Math.round(100 / n))
    },
  ),
  say(
    `Of (?<whole>${N}) (?<who>looked-after child(?:ren)?|child(?:ren)? in this report), (?<n>${N}) missed a tenth or more of their sessions\\.`,
    (t, g) => tenth(t, /^looked/i.test(g.who!) ? 'looked-after' : 'all', g.n!, g.whole!),
  ),
  say(
    `(?<n>between ${N} and ${N}|${N} or more|${N}) (?<who>looked-after child(?:ren)?|child(?:ren)? in this report) missed a tenth or more of their sessions(?<among>, looked-after children among them)?\\.`,
    (t, g) => {
      if (g.among !== undefined && t.is('attendance.persistent.looked-after') === 0) return false
      const many = t.is(`attendance.persistent.${/^looked/i.test(g.who!) ? 'looked-after' : 'all'}`)
      return phraseHolds(`${g.n} ${many === 1 ? 'child' : 'children'}`, many)
    },
  ),
  besideEngland(
    'That is about as much as in England, where ENGLAND\\.',
    (ours, theirs) => Math.abs(ours - theirs) <= 1,
  ),
  besideEngland(
    'That is more than in England, where ENGLAND\\.',
    (ours, theirs, n) => ours - theirs > 100 / n && ours - theirs > 2,
  ),
  besideEngland(
    'That is less than in England, where ENGLAND\\.',
    (ours, theirs, n) => theirs - ours > 100 / n && theirs - ours > 2,
  ),
  say(
    `For (?<who>looked-after children|all its children) last year’s report said ${PERCENT}\\.`,
    (t, g) =>
      lastYears(t, `attendance.rate.${g.who!.startsWith('looked') ? 'looked-after' : 'all'}`) ===
      Number(g.rate),
  ),
  besideEngland('In England, ENGLAND\\.', () => true),
  say(
    `In England, ${ENGLAND_TENTH}\\.`,
    (t, g) => isOfEngland(t, g, 'persistent') && t.is('attendance.counted.looked-after') >= 10,
  ),
  say(
    `(?<ours>\\d+)\u00a0% of the (?<whole>${N}) looked-after children here missed a tenth or more of their sessions, a (?<way>larger|smaller) share than in England, where ${ENGLAND_TENTH}\\.`,
    (t, g) => {
      const [part, whole] = [
        t.is('attendance.persistent.looked-after'),
        t.is('attendance.counted.looked-after'),
      ]
      const more = part - (whole * england(t)!.persistent!) / 100
      return (
        isLastDay(t) &&
        whole >= 20 &&
        whole === numberIn(g.whole!) &&
        isOfEngland(t, g, 'persistent') &&
        Math.round((100 * part) / whole) === Number(g.ours) &&
        (g.way === 'larger' ? more : -more) > t.controlled.threshold
      )
    },
  ),
  say(
    `(?<n>${N}) of (?<whole>${N}) (?<who>looked-after children|children in this report) missed a tenth or more`,
    (t, g) => tenth(t, groupOf[g.who!.toLowerCase()]!, g.n!, g.whole!),
  ),
  say(
    `(?<n>${N}) of (?<whole>${N}) children whose register is here missed a tenth or more`,
    (t, g) => sumOfBoth(t, 'persistent') === numberIn(g.n!) && sumOfBoth(t, 'counted') === numberIn(g.whole!),
  ),
  say(
    `(?<who>Child in need or protection plan|Previously looked after|Had a social worker in the past six years|In kinship care alone): (?<n>${N}) of (?<whole>${N}) missed a tenth or more`,
    (t, g) => tenth(t, groupOf[g.who!.toLowerCase()]!, g.n!, g.whole!),
  ),
  plain('Which of the reasons for absence are in the school’s hands?'),
  say(
    'What was tried for the children who miss a tenth or more, and who asked them\\?',
    (t) => t.is('attendance.persistent.all') > 0,
  ),
]

const reached = (pattern: string, claim: Parameters<typeof shareHolds>[0]) =>
  say(pattern, (t) => shareHolds(claim, t.is('suspension.asked'), t.is('suspension.decided')))
const RECORDED = 'It is recorded that the Virtual School or the social worker was asked before'

const suspension: Saying[] = [
  say(
    `(?<n>${CHILDREN.replaceAll('children', 'children in this report').replaceAll('child|', 'child in this report|').replaceAll('one child at', 'one child in this report at')}) (?:was|were) suspended(?:, for (?<days>${DAYS}) in all|, which may be none)?`,
    (t, g) =>
      phraseHolds(g.n!, t.is('suspension.children.all')) &&
      (g.days === undefined || daysHold(g.days, t.is('suspension.half-days.all'))),
  ),
  notPrinted('How many children in this report were suspended is not printed', 'suspension.children.all'),
  ...cannot('how many children were suspended', 'suspension.children.all'),
  say(
    `(?<n>${N}) of them (?:was|were) suspended more than once\\.`,
    (t, g) => t.is('suspension.repeat.all') === numberIn(g.n!),
  ),
  say(
    `(?<n>${N}) of them (?:is|are) counted as looked after\\.`,
    (t, g) => t.is('suspension.children.looked-after') === numberIn(g.n!),
  ),
  say(
    `Looked-after children were suspended (?:(?<once>once)|(?<n>${N}) times), for (?<days>${DAYS})\\.`,
    (t, g) =>
      t.is('suspension.times.looked-after') === (g.once === undefined ? numberIn(g.n!) : 1) &&
      daysHold(g.days!, t.is('suspension.half-days.looked-after')),
  ),
  say(
    'None was suspended in the year before either\\.',
    (t) => t.is('suspension.children.all') === 0 && lastYears(t, 'suspension.children.all') === 0,
  ),
  say(
    'In all, as many children were suspended as in the year before\\.',
    (t) => t.is('suspension.children.all') === lastYears(t, 'suspension.children.all'),
  ),
  say(
    `In the year before, (?<n>${CHILDREN}) (?:was|were) suspended; the difference is too small to read anything into\\.`,
    (t, g) => {
      const then = lastYears(t, 'suspension.children.all')
      const apart = Math.abs(t.is('suspension.children.all') - then)
      return phraseHolds(g.n!, then) && apart > 0 && apart <= t.controlled.threshold
    },
  ),
  say(
    `In all, (?<by>${N}) (?<way>more|fewer) children were suspended than in the year before, when there (?:was|were) (?<n>${N})\\.`,
    (t, g) => {
      const then = lastYears(t, 'suspension.children.all')
      const more = t.is('suspension.children.all') - then
      const by = numberIn(g.by!)
      return (
        numberIn(g.n!) === then && by > t.controlled.threshold && (g.way === 'more' ? more : -more) === by
      )
    },
  ),
  reached(`${RECORDED} every suspension of a child with a social worker\\.`, 'every'),
  reached(`${RECORDED} no suspension of a child with a social worker\\.`, 'none'),
  reached(`${RECORDED} most suspensions of children with a social worker\\.`, 'most'),
  reached(`${RECORDED} most but not all suspensions of children with a social worker\\.`, 'most but not all'),
  reached(
    'It is not recorded for every suspension of a child with a social worker that the Virtual School or the social worker was asked before\\.',
    'not every',
  ),
  say(
    `${RECORDED} (?<n>${N}) of (?<whole>${N}) suspensions of children with a social worker\\.`,
    (t, g) =>
      t.is('suspension.decided') === numberIn(g.whole!) && t.is('suspension.asked') === numberIn(g.n!),
  ),
  say(`(?<n>${CHILDREN}) (?:was|were) permanently excluded\\.`, (t, g) =>
    phraseHolds(g.n!, t.is('suspension.permanent')),
  ),
  say(
    'Before a permanent exclusion, what had been tried, and who was asked to help\\?',
    (t) => t.is('suspension.permanent') > 0,
  ),
  say(
    `Whether any child was permanently excluded is not printed: the number is (?<n>${N}) or fewer, and may be none\\.`,
    (t, g) => t.is('suspension.permanent') <= numberIn(g.n!),
  ),
  say(
    'For a child suspended more than once, what changed after the first time\\?',
    (t) => t.is('suspension.repeat.all') > 0,
  ),
  say(
    'What would make sure that the Virtual School or the social worker is asked before each decision\\?',
    (t) => t.is('suspension.asked') < t.is('suspension.decided'),
  ),
  say(
    'What had been tried before each suspension, and who had been asked\\?',
    (t) => t.is('suspension.children.all') > 0,
  ),
  say(
    'What keeps these children in lessons here, and would it hold if one adult left\\?',
    (t) => t.is('suspension.children.all') === 0,
  ),
  plain('What do staff do here in the hour before a suspension is thought of?'),
]

const needing = (t: Truth) => t.is('need.plan') + t.is('need.support')
const need = (pattern: string, claim: Parameters<typeof shareHolds>[0]) =>
  say(pattern, (t) => shareHolds(claim, needing(t), t.is('need.known')))

const needs: Saying[] = [
  say(
    `(?<n>${N}) of (?<whole>${N}) looked-after child(?:ren)? whose needs are recorded (?:has|have) special educational needs`,
    (t, g) => t.is('need.known') === numberIn(g.whole!) && needing(t) === numberIn(g.n!),
  ),
  need('Every looked-after child whose needs are recorded has special educational needs', 'every'),
  need('Some looked-after children have no special educational needs', 'not every'),
  need('Most looked-after children whose needs are recorded have special educational needs', 'most'),
  need(
    'Most, but not all, looked-after children whose needs are recorded have special educational needs',
    'most, but not all,',
  ),
  need('No looked-after child whose needs are recorded has special educational needs', 'none'),
  say('The special educational needs of no looked-after child are recorded', (t) => t.is('need.known') === 0),
  notPrintedOf(
    'looked-after',
    'How many looked-after children have special educational needs is not printed',
    'need.known',
    'need.plan',
    'need.support',
    'need.none',
  ),
  ...cannot('how many looked-after children have special educational needs', 'need.known', 'looked-after'),
  say(
    `(?<n>${N}) child(?:ren)? (?:has|have) an education, health and care plan, and (?<m>${N}) (?:has|have) special educational needs support\\.`,
    (t, g) => t.is('need.plan') === numberIn(g.n!) && t.is('need.support') === numberIn(g.m!),
  ),
  say(
    'Would the support that a child has here travel with them to another school\\?',
    (t) => !isLarge(t, 'looked-after') || t.whyUnknown('need.known') === undefined,
  ),
  say(
    'Who here knows which of these children have special educational needs, and where is it written\\?',
    (t) => t.whyUnknown('need.known') !== undefined,
  ),
]

const POUNDS = '£([\\d,]+)'
const pounds = (name: string) => POUNDS.replace('(', `(?<${name}>`)
const isPounds = (t: Truth, id: string, words: string | undefined) =>
  words === undefined || t.is(id) === numberIn(words)

const money: Saying[] = [
  say(
    'No pupil premium plus is recorded as received or spent',
    (t) => t.is('money.looked-after.received') === 0 && t.is('money.looked-after.spent') === 0,
  ),
  say(
    `(?:${pounds('in')} of pupil premium plus came in)?(?: and )?(?:${pounds('out')}(?: of pupil premium plus)? was spent)?`,
    (t, g) =>
      isPounds(t, 'money.looked-after.received', g.in) && isPounds(t, 'money.looked-after.spent', g.out),
  ),
  notPrintedOf(
    'looked-after',
    'How much pupil premium plus came in is not printed',
    'money.looked-after.received',
  ),
  ...cannot('how much pupil premium plus came in', 'money.looked-after.received', 'looked-after'),
  say(
    `${pounds('left')} is not spent yet\\.`,
    (t, g) => t.is('money.looked-after.received') - t.is('money.looked-after.spent') === numberIn(g.left!),
  ),
  say(
    `${pounds('over')} more was spent than came in\\.`,
    (t, g) => t.is('money.looked-after.spent') - t.is('money.looked-after.received') === numberIn(g.over!),
  ),
  say(
    `${pounds('in')} of pupil premium plus came in, and none is recorded as spent`,
    (t, g) => isPounds(t, 'money.looked-after.received', g.in) && t.is('money.looked-after.spent') === 0,
  ),
  say(
    `${pounds('out')} of pupil premium plus was spent, and none is recorded as received`,
    (t, g) => isPounds(t, 'money.looked-after.spent', g.out) && t.is('money.looked-after.received') === 0,
  ),
  say(
    `For previously looked-after children (?:(?<nothing>nothing is recorded as received or spent)|${pounds('in')} came in(?: and ${pounds('both')} was spent|(?<unspent>, and none is recorded as spent))|${pounds('out')} was spent, and none is recorded as received)\\.`,
    (t, g) => {
      const [received, spent] = [t.is('money.previously.received'), t.is('money.previously.spent')]
      if (g.nothing !== undefined) return received === 0 && spent === 0
      if (g.out !== undefined) return received === 0 && spent === numberIn(g.out)
      return received === numberIn(g.in!) && spent === (g.both === undefined ? 0 : numberIn(g.both))
    },
  ),
  say(
    'What came in for previously looked-after children cannot be said, because (?<why>.+)\\.',
    (t, g) =>
      isLarge(t, 'previously') &&
      t.whyUnknown('money.previously.received')?.toLowerCase().replace(/\.$/, '') === g.why!.toLowerCase(),
  ),
  say(
    'Pupil premium is so much for each child, so a sum is printed only beside the exact number of the children it is for\\.',
    (t) =>
      [...t.controlled.shown].some(([id, { as }]) => id.startsWith('money.') && as !== 'exact') &&
      ['looked-after', 'previously'].every(
        (group) => !t.isExact(`money.${group}.received`) || t.isExact(`numbers.now.${group}`),
      ),
  ),
  say(
    'What did the money change for the children, and how do we know\\?',
    (t) => !isLarge(t, 'looked-after') || t.whyUnknown('money.looked-after.received') === undefined,
  ),
  say(
    'How much came in for these children, and who here can say what it was spent on\\?',
    (t) => t.whyUnknown('money.looked-after.received') !== undefined,
  ),
]

const alert = (pattern: string, claim: Parameters<typeof shareHolds>[0]) =>
  say(pattern, (t) => shareHolds(claim, t.is('alert.answered'), t.is('alert.raised')))

const together: Saying[] = [
  say(
    `(?<n>${N}) alerts? about duties (?:was|were) raised this year`,
    (t, g) => t.is('alert.raised') === numberIn(g.n!),
  ),
  say('No duty to a child in this report raised an alert this year', (t) => t.is('alert.raised') === 0),
  alert('Every alert about a duty was answered or closed', 'every'),
  alert('Most alerts about duties were answered or closed', 'most'),
  alert('Most, but not all, alerts about duties were answered or closed', 'most, but not all,'),
  alert('Not every alert about a duty was answered or closed', 'not every'),
  alert('No alert about a duty was answered or closed', 'none'),
  say(
    `(?<n>${N}) of (?<whole>${N}) alerts? about duties (?:was|were) answered or closed`,
    (t, g) => t.is('alert.raised') === numberIn(g.whole!) && t.is('alert.answered') === numberIn(g.n!),
  ),
  say(
    `Of those answered or closed, half were (?:(?<same>on the same day)|within (?<n>${N}) days?)\\.`,
    (t, g) => t.is('alert.days') === (g.same === undefined ? (g.n === 'a' ? 1 : numberIn(g.n!)) : 0),
  ),
  plain('Where does help wait longest: with us, with the authority, or between the two?'),
]

const whys: Saying[] = [say(`(?<why>${WHY} .*\\.)`, (t, g) => why(t, g.why!))]

const ofPersons: Saying[] = [
  'Nothing is written yet on how we work with others',
  'Nothing is written yet on strengths and talents',
  'Nothing is written yet on wellbeing',
  'Nothing is written yet on policies and the children’s voice',
  'Nothing is written yet on the development plan',
  'No action is proposed yet',
  'Who here makes it their business to find out what each of these children is good at?',
  'How long does it take from noticing a need to the first help?',
  'Which of our policies was last read with these children in mind, and what changed?',
  'Where in the development plan would we find these children?',
  'How will the board know by the next report that each action was done?',
].map(plain)

/** What the sections say of plans and suspensions may stand in the lead too. */
const found = [...educationPlans, ...suspension]
const NOTHING_TOLD =
  'What was done for them stands below, as far as it can be told without pointing at a child.'
const lead = say(
  `(?<found>.+?\\.) (?:Looked-after children(?:, (?<counted>${N}) of them,)? missed ${PERCENT} of their sessions\\. )?` +
    `This is the school year to (?<day>${DAY})(?:, with (?<n>${CHILDREN}) on roll on that day; section 1 says who is counted| for children who are or were looked after, have or had a social worker, or live in kinship care)\\.`,
  (t, g) =>
    g.day === `${dateWords(t.measures.on)} ${t.measures.on.slice(0, 4)}` &&
    (g.n === undefined || phraseHolds(g.n, t.is('numbers.now.all'))) &&
    (g.rate === undefined || rateHolds(t, 'looked-after children', g.rate)) &&
    (g.counted === undefined || numberIn(g.counted) === t.is('attendance.counted.looked-after')) &&
    g.found!.split(/(?<=\.) (?=[A-Z\d])/).every(
      (sentence) =>
        sentence === NOTHING_TOLD ||
        found.some(({ says, holds }) => {
          // A headline has no full stop.
          const match = says.exec(sentence) ?? says.exec(sentence.replace(/\.$/, ''))
          return match !== null && holds(t, match.groups ?? {})
        }),
    ),
)

/** All that a report of a school with enough children may say by itself. */
export const sayings: readonly Saying[] = [
  ...numbers,
  ...school,
  ...educationPlans,
  ...attainment,
  ...attendance,
  ...suspension,
  ...needs,
  ...money,
  ...together,
  ...whys,
  ...ofPersons,
  lead,
]
