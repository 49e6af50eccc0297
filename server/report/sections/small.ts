import { section, type SectionText, type WriteSection } from './writing.ts'

/** A text that hangs on nothing. */
const fixed = (headline: string, sentences: readonly string[], question: string): WriteSection => {
  const text: SectionText = section({ headline, sentences, questions: [question] })
  return () => text
}

/**
 * What the sections that would count children say where they are too few to be counted, or there is none: the
 * same in both cases, so that it tells nothing. It claims nothing of the school.
 */
export const smallSections: Readonly<Record<number, WriteSection>> = {
  1: fixed(
    'These children are too few to be counted here, or there are none',
    [
      'This report is for children who are or were looked after, who have or had a social worker, or who live in kinship care. Here they are too few to be described without pointing at somebody, and there may be none at all.',
      'So it tells how a school is ready for a child, and reads the same in both cases.',
    ],
    'If a looked-after child joined us on Monday, who would meet them, and what would be ready?',
  ),
  4: fixed(
    'A first education plan begins within ten working days',
    [
      'Every looked-after child should have a personal education plan (PEP) each term. The first should be begun within ten working days of coming into care.',
      'The child’s own views belong in it, and the carer, the social worker and the designated teacher belong at the table.',
    ],
    'Who would lead the school’s part of a plan here, and who stands in?',
  ),
  5: fixed(
    'Progress is best looked at child by child',
    [
      'Of few children an average says nothing. What counts is a child’s own targets, and somebody who looks at them every term.',
    ],
    'Who looks at the progress of one child each term, and what happens when it stalls?',
  ),
  6: fixed(
    'The first missed day matters most',
    [
      'In England, children in need and children on a protection plan miss more school than others.',
      'Absence that is noticed on its first morning is the easiest to mend.',
    ],
    'Who rings on the first morning, and whom do they ring when a child lives with carers?',
  ),
  7: fixed(
    'Before any suspension, know whom to ring',
    [
      'Before a looked-after child is suspended the Virtual School should be asked what else could help, and for a child with a social worker the social worker.',
      'Their numbers belong where the headteacher looks first.',
    ],
    'Does everybody who may suspend know whom to ring before?',
  ),
  8: fixed(
    'A child with two plans needs them to agree',
    [
      'Where a child has an education plan and support for special educational needs, the two are best looked at together.',
    ],
    'How often do the special needs coordinator and the designated teacher meet?',
  ),
  9: fixed(
    'Every child is good at something',
    ['A child who has moved often may never have been asked. It is an easy question to forget.'],
    'Who here would find out what a new child is good at, and by when?',
  ),
  10: fixed(
    'It takes one adult who is glad to see a child',
    ['To feel safe comes before learning, and it starts with one person who is there each morning.'],
    'Who would be that adult, and who when they are away?',
  ),
  11: fixed(
    'The money follows the education plan',
    [
      'Pupil premium plus is held by the Virtual School, which decides how much goes to a school. It must be used for what the child’s education plan says is needed.',
    ],
    'Does the person who keeps the budget know how to ask for pupil premium plus?',
  ),
  13: fixed(
    'The best time to meet the Virtual School is before it is needed',
    ['It gives advice to designated teachers, also on children who were looked after before.'],
    'When did we last speak with the Virtual School?',
  ),
}
