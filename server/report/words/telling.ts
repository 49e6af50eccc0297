import { tellingsOfOne } from './telling-of-one.ts'
import {
  AGE_WORD,
  DAY,
  EVENT,
  FAMILY,
  GENERAL,
  HEALTH,
  ONE,
  ORIGIN,
  PEOPLE,
  PERSON,
  PERSON_ANY_CASE,
  WORDS,
  YEAR,
  telling,
  tellingAsWritten,
  write,
  type Telling,
} from './telling-words.ts'

/** The ways in which a sentence points at one child. */
function tellingsUpTo(threshold: number): readonly Telling[] {
  const few = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].slice(
    0,
    Math.max(1, threshold - 1),
  )
  const FEW = `(?:${[...few, ...few.map((_, index) => `${index + 2}`)].join('|')}|both|a couple)`
  return [
    telling(
      '(?<![\\p{L}\\d])\\p{L}\\d{11}[\\p{L}\\d](?![\\p{L}\\d])|(?<!\\d)\\d{3} \\d{3} \\d{4}(?!\\d)',
      (words) => `“${words}” looks like a child’s number. Take it out.`,
    ),
    tellingAsWritten(
      `\\b${PERSON_ANY_CASE} (?:[A-HJ-Z]|\\d{1,2})(?![\\p{L}\\d’'])`,
      (words) => `“${words}” stands for one child, and those who know the school will know which. ${write}`,
    ),
    telling(
      `\\b(?:the|our) only (?:one\\b(?! (?:way|reason|thing))|${WORDS}${PERSON}\\b)`,
      (words) => `“${words}” points at one child. ${write}`,
    ),
    telling(
      `\\b(?:all|everyone|everybody|every ${PERSON}|none|nobody)(?: (?:of )?(?:them|(?:our |the |these )?(?:[\\p{L}-]+ ){0,2}?${PEOPLE}))? (?:but|except|apart from) (?:one|${FEW})\\b(?! (?:of )?(?:the |our )?(?:governor|staff|teacher|adult|school|policy|policies|term|week|action))`,
      (words) => `“${words}” tells how few the others are. Say “most”, or leave it to the figures.`,
    ),
    telling(
      `\\b(?<!(?:in|of|stage|years?) )${FEW} (?!thirds|quarters|fifths|halves)(?:of (?:our|the|these|them\\b|those) ?)?${WORDS}${PEOPLE}\\b(?!['’])`,
      (words) =>
        `“${words}” is a number small enough to point at children. Say “some”, or leave it to the figures.`,
      `\\b(?:groups?|pairs|classes|sets) of ${FEW}\\b|\\bages? of|\\b${FEW} (?:times|terms|weeks|days|hours|years|members of staff|staff|teachers|governors|adults|mentors|tutors)\\b[^.]*${PEOPLE}`,
    ),
    telling(
      `\\b(?:we|the school|there) (?:now |still |only |currently )?(?:have|has|had|is|are|was|were) (?:just|only) (?:one|${FEW})(?= of (?:them|these|those|whom)\\b|[.,;]|$)`,
      (words) => `“${words}” tells how few they are. Leave it to the figures.`,
    ),
    telling(
      '\\b(?:because|since|as|while|when) (?:one(?: of them)?|somebody|someone) (?:is|was|has|had|went|came|moved|left|lives|lived|needs|needed)\\b',
      (words) => `“${words}” tells of one child. ${write}`,
      '^(?:if|when|whenever|where|should|what|who|how)\\b',
    ),
    telling(
      `\\b(?:somebody|someone|one) in (?:the )?(?:reception|nursery|sixth form|key stage|${YEAR})[^.]*\\b(?:is|was|has|had|came|moved|left|joined)\\b`,
      (words) => `“${words}” tells where in the school one child is. ${write}`,
      GENERAL,
    ),
    telling(
      `\\b(?:a|one|the|another) (?:(?:family|set|group|pair) of (?:${FEW}|[\\p{L}]+) (?:siblings|brothers|sisters|twins)|sibling group)\\b`,
      (words) => `“${words}” points at children one can name. ${write}`,
      GENERAL,
    ),
    telling(
      `\\bof (?:our|the|these|those) (?:[\\p{L}]+|\\d+) (?:[\\p{L}-]+ ){0,2}?${PEOPLE},? (?:all but )?(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none)\\b`,
      (words) => `“${words}” tells how few the others are. Say “most”, or leave it to the figures.`,
    ),
    telling(
      `\\b(?:${AGE_WORD})[- ]year[- ]old\\b`,
      (words) => `“${words}” gives a child’s age. Leave the age out.`,
    ),
    telling(
      `(?<!(?:children|pupils|students|people|those|boys|girls) )\\baged ${AGE_WORD}\\b(?! ?(?:to|and|or|–|-))`,
      (words) => `“${words}” gives a child’s age. Leave the age out.`,
    ),
    telling(
      `\\b(?:turned|turns|is|was) (?:1[0-9]|[4-9])(?= |$|[.,;])(?! ?(?:%|per|of|days?|weeks?|hours?|to|times|terms|points|out|percent|minutes|years|pm|am|school))|\\b(?:\\d{1,2}th|(?:thir|four|fif|six|seven|eigh)teenth) birthday\\b`,
      (words) => `“${words}” gives a child’s age. Leave the age out.`,
      '\\b(?:school|club|attendance|number|total|average|average age|room|lesson|policy|training|meeting|share) (?:is|was)',
    ),
    telling(
      `\\b(?:${YEAR} (?:looked[- ]after )?${PERSON}\\b|${PERSON}\\b(?!['’])[^.]{0,30}?\\b(?:in|from|of) ${YEAR})`,
      (words) => `“${words}” tells the year group of one child. ${write}`,
      '\\b(?:each|every|any|no) ',
    ),
    telling(
      `\\b(?:looked[- ]after|adopted|care|in need|fostered)\\b[^.]{0,20}\\b(?:boys|girls)\\b[^.]{0,15}\\b${YEAR}|\\b${YEAR}[^.]{0,20}\\b(?:looked[- ]after|adopted|fostered)\\b[^.]{0,10}\\b(?:boys|girls)\\b`,
      (words) => `“${words}” tells year group and sex of a few children. Leave one of them out.`,
    ),
    tellingAsWritten(
      `\\b${PERSON_ANY_CASE} from (?!Year|Key|Reception)\\p{Lu}\\p{L}+`,
      (words) => `“${words}” tells where one child comes from. ${write}`,
      GENERAL,
    ),
    telling(
      `\\b${ONE} ${WORDS}${ORIGIN}\\b ${WORDS}${PERSON}\\b`,
      (words) => `“${words}” tells where one child comes from or what they are. ${write}`,
      GENERAL,
    ),
    telling(
      `\\b${ONE} ${WORDS}(?:${HEALTH}\\b[^.]{0,20}${PERSON}|${PERSON}\\b[^.]{0,40}\\b${HEALTH})\\b`,
      (words) => `“${words}” tells the health of one child. ${write}`,
      GENERAL,
    ),
    telling(
      `(?<!\\b(?:no|not|than|any|each|every|which|to) )\\b(?:one|1|a single) (?:of (?:our|the|these|those) (?:[\\p{L}-]+ ){0,2}?${PEOPLE}|(?:[\\p{L}-]+ ){0,2}?${PERSON}\\b(?!['’]| at a time| or | in (?:every|\\d|${FEW}|six|seven|eight|nine|ten|twenty)| more| by | who | after another))`,
      (words) => `“${words}” tells of one child. ${write}`,
      '\\b(?:each|every|any|no|than|not) one\\b|^(?:who|what|how|which|if|when)\\b|\\b(?:mentors|tutors|staff|teachers|governors|rooms|clubs|courses|policies)\\b',
    ),
    telling(
      `\\b(?:a|the|this|that|our|another) (?:[\\p{L}-]+ ){0,2}?(?:boy|girl|lad|lass|twin|young man|young woman)\\b(?!['’]s? (?:toilet|changing|team|club|football|netball))`,
      (words) => `“${words}” tells of one child. ${write}`,
      '\\b(?:boy or (?:a )?girl|girl or (?:a )?boy|girl and boy|boy and girl|boy nor girl)\\b',
    ),
    telling(
      `(?<!${PEOPLE} |those )\\bwhose ${FAMILY}\\b`,
      (words) => `“${words}” tells a child’s family story. ${write}`,
      `${GENERAL}|${PEOPLE}[^.]{0,20}whose`,
    ),
    telling(
      `\\b(?:his|her) (?:[\\p{L}-]+ )?(?:${FAMILY}|education plan|pep|birth family|bedroom|suspension|exclusion|key adult)\\b`,
      (words) => `“${words}” tells of one child. ${write}`,
    ),
    telling(
      `\\b(?:a|one|this|that) (?:[\\p{L}-]+ ){0,2}?(?:child|pupil|student|young person)\\b[^.]*\\b(?:he|she|him|his|her)\\b`,
      (words) => `“${words}” tells of one child, and of which sex. ${write}`,
      '\\b(?:he or she|she or he|his or her|her or his|him or her)\\b',
    ),
    telling(
      `\\b(?:a|one|this|that) (?:[\\p{L}-]+ ){0,2}?(?:child|pupil|student|young person)\\b (?:who )?(?:was|has been|had been|had|came|moved|arrived|joined|left|told us|ran|went|lost|made|attended|became|did)\\b`,
      (words) => `“${words}” tells what happened to one child. ${write}`,
      `${GENERAL}|\\b(?:can|may) tell us\\b`,
    ),
    telling(
      `\\b(?:the|our) (?:(?:[\\p{L}-]+ ){0,2}?(?:twins|siblings|brothers|sisters)\\b(?!['’])|pupil who|child who (?:was|has|had|came|moved|left|joined))\\b`,
      (words) => `“${words}” points at children one can name. ${write}`,
      GENERAL,
    ),
    telling(
      `\\bthe (?:youngest|oldest|eldest) ${WORDS}(?:${PERSON}|one)\\b|\\bour (?:adopted|looked[- ]after|fostered) ${PERSON}\\b(?!['’])`,
      (words) => `“${words}” points at one child. ${write}`,
    ),
    telling(
      `\\b(?:a|the|one|our) (?:looked[- ]after|adopted|fostered) ${PERSON} in (?:reception|nursery|the sixth form|key stage)\\b`,
      (words) => `“${words}” tells where in the school one child is. ${write}`,
    ),
    telling(
      `\\bthe (?:pupil|child|student|young person) (?:[\\p{L}]+ly )?(?:excluded|suspended|adopted|moved|placed|missing|missed|taken|left|has|had|was)\\b|\\bthe (?:permanently )?(?:excluded|suspended|adopted|looked[- ]after|fostered|cla|p?lac|uasc) ${PERSON}\\b(?!['’])|\\b(?:had|have|saw) a ${PERSON} (?:arrive|join|come|leave|move)\\b`,
      (words) => `“${words}” points at one child. ${write}`,
      GENERAL,
    ),
    telling(
      '\\b(?:he|she) (?:has had|was placed|was suspended|was excluded|was sent|was moved|was adopted|has moved|came into|lives with|moved|missed|is in care)\\b',
      (words) => `“${words}” tells what happened to one child. ${write}`,
    ),
    telling(
      `${DAY}[^.]*\\b${EVENT}\\b|\\b${EVENT}\\b[^.]*${DAY}`,
      (words) => `“${words}” gives the day of something that happened to a child. Leave the day out.`,
      `\\b(?:${PEOPLE}|plans|suspensions|all staff|governors|policy|training|board|the form|guidance|deadline|the law|every|each|the school day)\\b`,
    ),
    ...tellingsOfOne(FEW),
  ]
}

const known = new Map<number, readonly Telling[]>()

/** The ways in which a sentence points at one child, or at as few as the threshold. */
export function tellings(threshold: number): readonly Telling[] {
  const found = known.get(threshold) ?? tellingsUpTo(threshold)
  known.set(threshold, found)
  return found
}
