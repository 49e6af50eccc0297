/** What tells of one child in a sentence, with what to write instead. */
export interface Telling {
  readonly pattern: RegExp
  /** The sentence is innocent all the same where this matches. */
  readonly unless?: RegExp
  /** Innocent too where this matches the sentence before. */
  readonly unlessBefore?: RegExp
  readonly says: (words: string) => string
}

/** What schools call looked-after children, where it is no part of another name: `two LAC`, not `the LAC review`. */
const LETTERS =
  "(?:p?lac|cla|uasc)\\b(?!(?:[’']s)? (?:review|nurse|polic|lead|team|network|plan|governor|register|pep|meeting|training|child|pupil|student|young|social|teacher|staff|coordinator|budget|funding|visit|celebration|award))"
export const PERSON = `(?:child|boy|girl|lad|lass|pupil|student|learner|young person|young man|young woman|teenager|sibling|brother|sister|twin|young carer|(?:foster|adopted) (?:son|daughter)|unaccompanied minor|(?:new|recent) arrival|newcomer|school refuser|non-attender|absentee|(?<!\\b(?:care|school) )leaver|wheelchair user|${LETTERS})`
export const PEOPLE = `(?:children|boys|girls|lads|lasses|pupils|students|learners|young people|teenagers|siblings|brothers|sisters|twins|young carers|unaccompanied minors|new arrivals|newcomers|school refusers|non-attenders|absentees|(?<!\\b(?:care|school) )leavers|${LETTERS})`
export const YEAR = '(?:(?:year|yr)[ -]?|y)(?:1[0-4]|[1-9]|seven|eight|nine|ten|eleven|twelve|thirteen)\\b'
export const AGE_WORD =
  '(?:\\d{1,2}|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen)'
export const ONE = '(?:a|an|one|the|this|that|our|another)'
export const WORDS = "(?:[\\p{L}'’-]+ ){0,4}?"
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)'
export const DAY = `(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b|${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b(?! ?\\d)|\\b\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\b(?:on|last|that|this) (?:mon|tues|wednes|thurs|fri|satur|sun)day\\b)`
export const EVENT =
  '(?:suspended|suspension|excluded|exclusion|came into care|went into care|taken into care|left care|moved|placement|court|hearing|arrived|admitted|joined us|left us|adopted|born|managed move|off-site direction|went missing|ran away|arrested|sent home|a pep|the pep|the plan|his plan|her plan)'
export const HEALTH =
  "(?:autism|autistic|adhd|asthma|asthmatic|epilepsy|epileptic|diabetes|diabetic|depression|depressed|anxiety|anorexia|anorexic|bulimia|self-harm(?:s|ed|ing)?|ptsd|cancer|leukaemia|down[’']s syndrome|foetal alcohol|fasd|cerebral palsy|wheelchair|deaf|blind|pregnant|pregnancy|overdose|psychosis|hospital|camhs|dyslexi[ac]|tourette[’']?s?|(?:hearing|visually|visual)[- ]impair(?:ed|ment)|sickle cell|cystic fibrosis|attachment disorder|selective mut(?:e|ism))"
export const ORIGIN =
  '(?:afghan|albanian|algerian|american|angolan|arab|asian|bangladeshi|black|brazilian|bulgarian|caribbean|chinese|congolese|czech|dutch|egyptian|eritrean|ethiopian|filipino|french|gambian|german|ghanaian|greek|gypsy|hungarian|indian|iranian|iraqi|irish|italian|jamaican|jewish|kenyan|kosovan|kurdish|latvian|lithuanian|moroccan|muslim|christian|hindu|sikh|nepali|nepalese|nigerian|pakistani|polish|portuguese|roma|romanian|russian|rwandan|scottish|slovak|somali|spanish|sri lankan|sudanese|swedish|syrian|tamil|traveller|turkish|ugandan|ukrainian|vietnamese|welsh|zimbabwean|unaccompanied|asylum[- ]seek(?:er|ing)|refugee|transgender|non-?binary|trans|gay|lesbian)'
export const FAMILY =
  '(?:mother|father|mum|dad|parents?|brother|sister|siblings?|grandmother|grandfather|nan|foster carers?|carers?|placement|adoption|social worker)'

export const telling = (pattern: string, says: Telling['says'], unless?: string): Telling => ({
  pattern: new RegExp(pattern, 'iu'),
  ...(unless === undefined ? {} : { unless: new RegExp(unless, 'iu') }),
  says,
})

export const PERSON_ANY_CASE = '(?:[Cc]hild|[Bb]oy|[Gg]irl|[Pp]upil|[Ss]tudent|[Ll]earner)'

/** As `telling`, where capitals matter. */
export const tellingAsWritten = (pattern: string, says: Telling['says'], unless?: string): Telling => ({
  ...telling(pattern, says, unless),
  pattern: new RegExp(pattern, 'u'),
})

/** A sentence about any child, not one: it asks, sets a condition or tells what may be. */
export const GENERAL =
  '^(?:if|when|whenever|where|should|what|who|how|would|does|do|can|is|are|for)\\b|\\b(?:each|every|any) (?!time|day|week|morning|term)|\\bno (?:child|pupil|student|learner|boy|girl|young|looked|plan|one)'

export const write = 'Write what the school does for these children together.'
