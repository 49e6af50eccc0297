import {
  FAMILY,
  GENERAL,
  PEOPLE,
  PERSON,
  PERSON_ANY_CASE,
  YEAR,
  telling,
  tellingAsWritten,
  write,
  type Telling,
} from './telling-words.ts'

/** Grown-ups of whom a report may say “she”. */
const ADULT =
  'head|headteacher|deputy|principal|teachers?|senco|governors?|chair|clerk|advisers?|advisors?|inspectors?|officers?|manager|leads?|leader|coordinator|trainer|speaker|author|librarian|cook|secretary|colleague|majesty|dsl|staff|volunteer|poet|artist|m[rs]s?|miss|dr|professor|bursar|caretaker|receptionist|director|consultant|councillor|mayor'
/** Those who work with one child at a time: of them “she” may be said, but “her” may be the child’s. */
const HELPER =
  'mentors?|tutors?|nurses?|counsellors?|psychologists?|therapists?|coach|assistants?|social workers?|workers?|carers?'
/** What grown-ups do and a child hardly ever does. */
const AT_WORK =
  '(?:he|she) (?:also |now |then )?(?:leads?|led|manages?|chairs?|runs?|teaches|taught|trains?|trained|advises|reports|supports|was appointed|has a day|attends the|rings|writes|oversees|monitors)\\b|\\b(?:training|induction|governing|network|conference|qualification)\\b'

/** Things of which a report may say “one was”. */
const THINGS =
  'plans?|actions?|rooms?|polic(?:y|ies)|courses?|clubs?|meetings?|targets?|aims?|goals?|books?|staff|teachers?|governors?|tutors?|mentors?|advisers?|lessons?|questions?|steps?|parts?|ways|things|changes|days|weeks|terms|trips|visits|reviews|audits|sessions|minibuse?s?|groups|classes|areas|reasons|points|priorities'

const THE = "(?:the|our|this|that|last year[’']s)"
const WAS =
  '(?:was|were|is|are|has|have|had|left|joined|moved|came|went|needs?|made|took|sat|lives?|lost|ran|passed|attends?|became|got|did|does|met|reached|goes|gets)'
const isOther = '(?:review|council|panel|policy|rate|figures|numbers|procedure|data|meeting|process|register)'

const tellsOfOne = (words: string) => `“${words}” tells of one child. ${write}`
const tellsHowFew = (words: string) =>
  `“${words}” is a number small enough to point at children. Say “some”, or leave it to the figures.`
const tellsOfFamily = (words: string) => `“${words}” tells a child’s family story. ${write}`
const unlessOf = (words: string) => `${GENERAL}|\\b(?:${words})\\b`

/** As `telling`, where the sentence before may say of whom or what this one is. */
const tellingUnlessBefore = (
  pattern: string,
  says: Telling['says'],
  unless: string,
  before: string,
): Telling => ({
  ...telling(pattern, says, unless),
  unlessBefore: new RegExp(`\\b(?:${before})\\b`, 'iu'),
})

/** A few are told of, or one of them, with no word for child. */
function ofFew(FEW: string): readonly Telling[] {
  const few = `(?:one|1|${FEW})`
  return [
    tellingUnlessBefore(
      `(?:^|[,;:] (?:and |but )?|\\b(?:and|but|only|just) )(?:${few}|neither) (?:of them )?${WAS}\\b`,
      tellsHowFew,
      `\\b(?:${THINGS})\\b.*\\b(?:${few}|neither)\\b`,
      THINGS,
    ),
    tellingUnlessBefore(
      `\\b${few} of (?:them|whom|ours|the (?:group|cohort))\\b`,
      tellsHowFew,
      `\\b(?:${THINGS})\\b`,
      THINGS,
    ),
    telling(
      `\\bcohort of (?:just |only )?${few}\\b|\\(${few} of \\d+\\)|\\b(?:${PEOPLE}|${PERSON}) ?[:=] ?${few}\\b`,
      tellsHowFew,
    ),
    telling(
      `(?<!\\b(?:than|after|of|to) )\\b${few} (?:(?:of (?:the|our|these) )?(?:[\\p{L}-]+ )?(?:plans?|peps?|meetings?) (?:was|were|is|are|came) (?:late|missed|missing|not|overdue|rated|delayed|cancelled|held late)|(?:permanent |fixed-term )?(?:managed moves?|off-site directions?|exclusions?|suspensions?|placements?))\\b`,
      tellsHowFew,
      '\\b(?:aim|target|limit|policy|most)\\b',
    ),
    telling(
      `\\ball (?:the |our )?(?:plans?|peps?|suspensions?) (?:but|except|apart from) ${few}\\b`,
      tellsHowFew,
    ),
    telling(
      `\\b${few} (?:out of|/) (?:\\d{1,2}|one|${FEW}|six|seven|eight|nine)\\b(?! (?:the )?(?:${THINGS}))`,
      tellsHowFew,
      `\\b(?:${THINGS})\\b`,
    ),
    telling(
      `\\b(?:the|those) ${FEW} (?:who|whose|(?:at|in|on) (?:alternative|residential|a part-time|the unit))\\b|\\b(?:those|these) ${FEW} (?:are|were|have|had)\\b`,
      tellsHowFew,
      `\\b(?:${THINGS})\\b`,
    ),
    telling(
      `\\b${few} (?:[\\p{L}-]+ ){0,2}?(?:${YEAR} ${WAS}|(?:year |y)\\d{1,2}s)\\b|\\b(?:(?:a|an|another) (?:[\\p{L}-]+ ){0,2}?|our (?:[\\p{L}-]+ ){1,2}?)${YEAR} ${WAS}\\b`,
      (words) => `“${words}” tells the year group of a child. ${write}`,
      GENERAL,
    ),
  ]
}

/** One child is told of who is not named. */
const ofOne: readonly Telling[] = [
  tellingUnlessBefore(
    '\\bthe one (?:on|with|in|at|who) ',
    tellsOfOne,
    `\\b(?:${THINGS})\\b.*\\bthe one\\b`,
    THINGS,
  ),
  telling(
    `\\b${THE} (?:[\\p{L}\\d-]+ ){0,2}?${PERSON} (?:with (?:an?|the|his|her)|on (?:an?|the|alternative)|at (?:alternative|a|the (?!centre|heart))|in (?:alternative|residential|foster|kinship|secure|hospital|the (?:unit|nurture|sixth))|from (?:the|an?)|placed|living|who (?:was|is|has|had|came|moved|left|joined|went|lives|lived|attends))\\b`,
    tellsOfOne,
    GENERAL,
  ),
  telling(
    `\\b(?:our|last year[’']s) (?:[\\p{L}\\d-]+ ){0,2}?${PERSON} (?:${WAS}|now|who|in|from|with)\\b`,
    tellsOfOne,
    GENERAL,
  ),
  telling(
    `\\bthe (?:unaccompanied minor|(?:new|recent) arrival|newcomer|school refuser|non-attender|absentee|leaver|wheelchair user|young carer|lac|cla|uasc) (?:${WAS}|who|in|from|with)\\b`,
    tellsOfOne,
    GENERAL,
  ),
  telling(
    `\\b(?:a|an|another) (?:[\\p{L}-]+ ){0,2}?(?:${PERSON}) (?:placed (?:by|in|with|at)|from abroad)\\b`,
    tellsOfOne,
    GENERAL,
  ),
  telling(
    `\\b(?:an?|another) (?:[\\p{L}-]+ ){0,2}?${PERSON} (?:(?:[\\p{L}-]+ ){0,6}?(?:joined|left us|came to us|died|was (?:placed|moved|taken)|is (?:now )?(?:on|at|in|being|waiting))|was|has been|visited)\\b`,
    tellsOfOne,
    `${GENERAL}|\\b(?:may|can|could|might|should|must|will|whether|that)\\b`,
  ),
  tellingAsWritten(
    '^(?!I\\b)\\p{Lu}\\.? (?:is|was|has|had|made|needs|moved|lives|left|came|went|likes|struggles)\\b|\\b(?:Child|Pupil|Student|Learner) (?:one|two|three|four|five)\\b(?!-)',
    (words) => `“${words}” stands for one child, and those who know the school will know which. ${write}`,
  ),
  tellingAsWritten(
    `\\b[Tt]he (?!Year|Virtual|Pupil|Designated|Governing|School)\\p{Lu}\\p{Ll}+ ${PERSON_ANY_CASE}\\b(?!['’]| (?:council|premium|voice|support|protection))|\\b[Aa] (?:[\\p{L}-]+ ){0,2}(?:arrival|pupil|child|student) from (?!Year|Key|Reception)\\p{Lu}`,
    (words) => `“${words}” tells where one child comes from. ${write}`,
    GENERAL,
  ),
  telling(
    `\\bsame ${PERSON}\\b(?!['’])`,
    tellsOfOne,
    '^(?:if|when|where|how|what)\\b|\\b(?:may|can|could|might)\\b',
  ),
  telling(
    `\\b(?:due to|because of|without|by|down to) (?:one|a single|an individual) (?:[\\p{L}-]+ )?(?:illness|absence|absentee|${PERSON})\\b|\\bone (?:person|individual|case)\\b[^.]{0,20}\\b(?:accounts?|persistent|severe)\\b|\\bone (?:long-term|persistent|severe) (?:illness|absence|absentee)`,
    tellsOfOne,
  ),
  telling(
    `^(?:(?:looked[- ]after|adopted|fostered|new|young) )?(?:girl|boy|male|female|child|pupil|student)(?:,| \\(| (?:in (?!need|care|mind)|aged|with|from|on (?!roll)))`,
    tellsOfOne,
    `\\b(?:each|every|any|no) |\\b(?:support|voice|council)\\b`,
  ),
  telling(
    `\\b${YEAR} (?:[\\p{L}-]+ )?(?:boy|girl|lad)\\b|\\b(?:looked[- ]after|adopted|fostered) ${YEAR} (?:boys|girls)\\b`,
    (words) => `“${words}” tells year group and sex of a child. Leave one of them out.`,
    GENERAL,
  ),
  telling(
    '\\b(?:captain|prefect|head (?:boy|girl)|member|lead|star|winner)\\b[^.]{0,30}\\b(?:is|was) (?:looked[- ]after|in care|adopted|fostered)\\b',
    tellsOfOne,
    GENERAL,
  ),
  telling(
    '\\bthe (?:youngest|oldest|eldest|(?:most|least) (?:able|vulnerable))(?: of (?:the|them|these|our)(?: [\\p{L}]+)?)? (?:is|was|has|had)\\b',
    tellsOfOne,
  ),
  tellingUnlessBefore(
    `\\b(?:he|she)\\b`,
    (words) => `“${words}” tells of one child, and of which sex, unless a grown-up is meant. ${write}`,
    `\\b(?:${ADULT})\\b|\\b(?:${HELPER})\\b.*\\b(?:he|she)\\b|\\b(?:he or she|she or he)\\b|${AT_WORK}`,
    `${ADULT}|${HELPER}`,
  ),
  tellingUnlessBefore(
    `\\b(?:him|her|hers|his|himself|herself)\\b`,
    (words) => `“${words}” tells of one child, and of which sex, unless a grown-up is meant. ${write}`,
    `\\b(?:${ADULT})\\b|\\b(?:his or her|her or his|him or her)\\b|\\b(?:training|induction|duties|leadership)\\b|\\b(?:his|her) (?:post|role|job|contract|successor|replacement|retirement)\\b|\\b(?:${HELPER}) (?:gave|wrote|shared|brought|offered|changed|left|retired|finished) (?:up )?(?:his|her)\\b`,
    ADULT,
  ),
]

/** What happened in a family, or what led to an exclusion. */
const ofStories: readonly Telling[] = [
  telling('\\b(?:mum|mummy|dad|daddy)\\b(?! (?:and|or) )', tellsOfFamily, unlessOf(PEOPLE)),
  telling(
    '\\b(?:the|his|her|their|one) (?:birth |step|foster )?(?:mother|father|grandmother|grandfather|brother and sister|sister and brother) (?:is|was|has|had|died|went|came|moved|were|are)\\b',
    tellsOfFamily,
    unlessOf(PEOPLE),
  ),
  telling(
    '\\b(?:one|another) (?:[\\p{L}-]+ )?family\\b(?! (?:worker|support|room|link|learning|at a time))|\\ba (?:brother and (?:a )?sister|sister and (?:a )?brother)\\b|\\b(?:set|pair) of (?:twins|siblings|brothers|sisters)\\b',
    tellsOfFamily,
    GENERAL,
  ),
  telling(
    '\\b(?:a|the|one) (?:[\\p{L}]+ )?placement (?:breakdown|move|change)\\b|\\bmoved foster (?:home|family|carers?)\\b',
    tellsOfFamily,
    unlessOf(PEOPLE),
  ),
  telling(
    '\\bthe (?:[\\p{L}]+ )?family (?:is known|had to|has moved|moved|fled|lost|broke)\\b',
    tellsOfFamily,
    GENERAL,
  ),
  telling(
    `\\b(?:the|an?|his|her|their|${PERSON}[’']s) (?:[\\p{L}-]+ )?(?:placement|adoption|managed move|off-site direction) (?:order )?(?:broke|ended|failed|collapsed|(?:was|has been) (?!agreed with|always)|has broken|came to an end)`,
    tellsOfOne,
    GENERAL,
  ),
  telling(
    `\\b(?:pupil|child|student)[’']s (?:solicitor|barrister|lawyer|${FAMILY}) (?:is|was|has|had|wrote|came|went|died|moved)\\b`,
    tellsOfOne,
    GENERAL,
  ),
  telling('\\b(?:an allegation|a disclosure)\\b[^.]*\\b(?:was|led|ended|came|left)\\b', tellsOfOne, GENERAL),
  telling(
    `\\b(?:(?:the|this|that|our)(?: one| only)? (?:permanent )?(?:exclusion|suspension)|one of the (?:permanent )?(?:exclusions|suspensions))\\b(?!['’]| ${isOther})[^.]*\\b(?:was|followed|came|happened)\\b`,
    (words) => `“${words}” tells why or when one child was sent out. ${write}`,
    unlessOf('suspensions were|children|pupils'),
  ),
  telling(
    '\\b(?:the|an?|one) (?:[\\p{L}]+|[\\d.]+)[ -]days?(?: long)? (?:suspension|exclusion)\\b|\\b(?:suspension|exclusion) of (?:half a|one|two|three|four|five|six|seven|eight|nine|ten|[\\d.]+) (?:school )?days?\\b|\\b(?:incident|fight|assault|attack)\\b[^.]*\\b(?:led to|ended in|resulted in)\\b',
    (words) => `“${words}” tells why or how long one child was sent out. ${write}`,
    unlessOf('may|must|should|would|guidance|law|before'),
  ),
]

/** The ways in which a sentence points at one child, or few, by other words than a name, an age or a number of them. */
export const tellingsOfOne = (FEW: string): readonly Telling[] => [...ofFew(FEW), ...ofOne, ...ofStories]
