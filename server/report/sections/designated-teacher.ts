import { section, type WriteSection } from './writing.ts'

/** 2 The designated teacher: who it is, and what only they can say of time and means. */
export const designatedTeacher: WriteSection = ({ school }) =>
  section({
    headline:
      school.designatedTeacher === null
        ? 'No designated teacher is recorded'
        : `${school.designatedTeacher} is the designated teacher`,
    sentences: [
      school.designatedTeacher === null
        ? 'The governing body must appoint a designated teacher for children who are or were looked after, and see that they are trained.'
        : 'The designated teacher leads the school’s part of each education plan, advises colleagues, and is the one whom carers, parents and the Virtual School ring.',
    ],
    asks: 'How much time each week this work has, who stands in, and what gets in its way.',
    questions: [
      school.designatedTeacher === null
        ? 'Who will be appointed, and from which day?'
        : 'Does the designated teacher have the time and the standing that the work needs?',
    ],
  })
