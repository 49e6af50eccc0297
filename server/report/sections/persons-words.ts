import { inPersonsWords } from './writing.ts'

/** 9 Strengths and talents. */
export const strengths = inPersonsWords(9, {
  told: 'What our children are good at, in the designated teacher’s words',
  untold: 'Nothing is written yet on strengths and talents',
  asks: 'What the school does to find and feed talents: clubs, music, sport, more able children. No one child’s story.',
  questions: ['Who here makes it their business to find out what each of these children is good at?'],
})

/** 10 Wellbeing. */
export const wellbeing = inPersonsWords(10, {
  told: 'How we care for wellbeing, in the designated teacher’s words',
  untold: 'Nothing is written yet on wellbeing',
  asks: 'How a need is noticed, who helps, how long help takes to come, and what is missing.',
  questions: ['How long does it take from noticing a need to the first help?'],
})

/** 12 Policies and voice. */
export const policies = inPersonsWords(12, {
  told: 'What our policies do for these children, in the designated teacher’s words',
  untold: 'Nothing is written yet on policies and the children’s voice',
  asks: 'What behaviour, admissions, trips and the extended day mean for these children, and how they are heard.',
  questions: ['Which of our policies was last read with these children in mind, and what changed?'],
})

/** 14 Development plan. */
export const developmentPlan = inPersonsWords(14, {
  told: 'These children in our development plan, in the designated teacher’s words',
  untold: 'Nothing is written yet on the development plan',
  asks: 'Where these children stand in the school’s development plan, and when the policy was last reviewed.',
  questions: ['Where in the development plan would we find these children?'],
  askedOfWords: [
    'How will the board see by the next report that the development plan helped these children?',
  ],
})
