import { describe, expect, it } from 'vitest'
import { describesAChild } from '../../../server/report/describes-a-child.ts'
import { anUpn } from '../../support/upn.ts'

const names = [
  { forename: 'Chidi', surname: 'Okonkwo', preferred: null },
  { forename: 'İpek', surname: 'Łukaszewska', preferred: 'Pek' },
  { forename: 'William', surname: 'Rose', preferred: 'Will' },
  { forename: 'May', surname: 'True', preferred: null },
  { forename: 'X', surname: 'Li', preferred: null },
  { forename: 'Anne-Marie', surname: "O'Neil", preferred: null },
  { forename: 'Grace', surname: 'Head', preferred: null },
  { forename: 'Mark', surname: 'School', preferred: null },
  { forename: 'Zoë', surname: 'de la Cruz', preferred: null },
]
const warningsOf = (words: string) => describesAChild(words, names)

const innocent = [
  'We opened a quiet room next to the library in October.',
  'Every looked-after child has an adult who meets them each morning.',
  'The designated teacher has half a day a week for this work.',
  'All staff were trained on 4 September by the Virtual School.',
  'Children may go to the quiet room at any time; no pass is needed.',
  'In May we will review the behaviour policy with these children in mind.',
  'Will the board agree half a day more for the designated teacher?',
  'We rose to the challenge of a larger year group.',
  'It is true that plans were late in the autumn.',
  'The head and the board may wish to mark this with a letter to staff.',
  'The school grew, and so did the number of children with a social worker.',
  'Two of our teachers went on the course on attachment.',
  'Three governors visited the school in March.',
  'Attendance was 94 % in the autumn term.',
  'Each child’s own views are asked before a meeting, in the way that suits them.',
  'A child may bring a friend to the meeting.',
  'When a child arrives in the middle of a year, a tutor meets them on the first day.',
  'If a child with epilepsy joins us, the nurse trains the staff around them.',
  'What would this child need to stay in school?',
  'Pupils in Year 11 were offered a place in the study club.',
  'Every Year 6 pupil visited their new school in July.',
  'Children aged 4 to 15 bring pupil premium plus.',
  'We read the plans child by child, one child at a time.',
  'Boys and girls are asked in the same way.',
  'Our policy for children from abroad was reviewed in 2025.',
  'The Virtual School’s adviser came each half term.',
  'Mrs Rose leads the training for lunchtime staff.',
  'Carers are invited to every parents’ evening and rung beforehand.',
  'The board is asked to agree the policy by 30 June.',
  'All plans were completed by 12 December.',
  'We bought tablets, and a tutor comes on Tuesdays and Thursdays.',
  'The number of suspensions fell after the new room was opened.',
  'More able children are found through clubs as well as tests.',
  'Staff work with groups of three children at a time.',
  'Waiting for help with mental health takes twelve weeks in this county.',
  'No child was sent home without a suspension.',
  'We ask parents whether their child was looked after before, at admission and each autumn.',
  'The school council has a seat for children in care.',
  'P.E. and music are what most children named as their favourite lesson.',
  'This policy was last reviewed on 3 March 2026 and is on the school’s website.',
]

const telling = [
  'Chidi has settled well since the spring.',
  'We are proud of CHIDI and what was achieved.',
  'Ipek enjoys the new room.',
  'Support from the nurse helped Pek to stay.',
  'The Lukaszewska family was invited.',
  'Will has found it hard to come in.',
  'The tutor worked with Will each morning.',
  'The mentor of May was changed in January.',
  'We met with Rose’s carers.',
  'Anne-Marie moved to a new placement.',
  'The mentor worked with Grace on reading.',
  'Zoe passed all her exams.',
  'Attendance of C.O. is of concern.',
  'Pupil A was suspended twice.',
  'Child B needs an education, health and care plan.',
  'One child was moved to alternative provision.',
  'A boy in Year 9 was permanently excluded.',
  'The only looked-after child in the sixth form went to university.',
  'The only girl in care left in March.',
  'One of our looked-after girls won a prize.',
  'Two of our looked-after girls take part in the choir.',
  'Three children joined us from another authority.',
  'Both siblings have new carers.',
  'A 14-year-old has a part-time timetable.',
  'A pupil aged nine was helped by the nurse.',
  'A Year 10 pupil is on a part-time timetable.',
  'The suspension on Tuesday 20 January came without a call.',
  'The PEP of 12 May was late because the social worker was ill.',
  'An Eritrean boy joined the football team.',
  'A Ukrainian pupil was given a tutor.',
  'A looked-after child with ADHD has a new mentor.',
  'One pupil’s autism was recognised this year.',
  'A child whose mother is in prison has counselling.',
  `The number ${anUpn(1)} was entered twice.`,
  'All but two suspended children have a social worker.',
  'Her foster carers came to every meeting.',
  'A child told us that he was afraid of the bus.',
  'A child who moved here in March has had three schools.',
  'The twins are in different classes.',
  'On 3 March he was sent home after a fight.',
]

/** Sentences that were written before the words above had been looked for in them. */
const others = [
  { forename: 'Jasmine', surname: 'Green', preferred: 'Jas' },
  { forename: 'Kwame', surname: 'Mensah', preferred: null },
  { forename: 'Summer', surname: 'Day', preferred: null },
  { forename: 'Oluwaseun', surname: 'Best', preferred: 'Seun' },
  { forename: 'Ellie', surname: 'Price', preferred: null },
  { forename: 'Jo', surname: 'Young', preferred: null },
  { forename: 'Precious', surname: 'Adeyemi', preferred: null },
  { forename: 'Dawn', surname: 'Parker', preferred: null },
  { forename: 'Jędrzej', surname: 'Wójcik', preferred: 'Jed' },
  { forename: 'Art', surname: 'Long', preferred: null },
  { forename: 'Miles', surname: 'Winter', preferred: null },
]
const moreInnocent = [
  'The summer term was busy, and every plan was written in time.',
  'In Summer 2026 we will hold a picnic for carers.',
  'It was the best year yet for attendance.',
  'Young people in care told the council what they want.',
  'One of our aims is to hear every child.',
  'One in three children in the county waits longer than a term.',
  'Both schools share a counsellor.',
  'The trust has five schools, and children move between them.',
  'Two staff work with children at lunchtime.',
  'Each boy and girl has a tutor.',
  'We asked the children’s families what helps.',
  'The price of a school trip is paid from the pupil premium.',
  'Staff know which child needs a quiet start and who offers it.',
  'Her Majesty’s Inspectors visited in June.',
  'The designated teacher wrote to all carers, and she rings them each term.',
  'The headteacher and his deputy take turns at the gate.',
  'We would like one more mentor for the children.',
  'Training on autism and ADHD was given to all staff.',
  'Children with anxiety may use the garden.',
  'Our Green Room is open every day.',
  'Every pupil in Year 7 has a buddy.',
  'We work with eleven authorities.',
  'One lesson we learned is to ring the Virtual School earlier.',
  'The only way to get help quickly is through the school nurse.',
  'Meetings are held on Thursdays at four.',
  'The council met on 14 May and agreed the budget.',
  'A child who has moved often needs time.',
  'No plan was late.',
  'The club is open to all, and four children’s centres take part.',
  'Girls asked for a changing room with doors, and got it.',
  'The year has been steady.',
  'Most children are at or near their targets.',
  'There were fewer suspensions than last year.',
  'School trips are free for children in care.',
  'We thank the two governors who visited children’s lessons.',
  'Homework club runs on three days a week.',
  'A teaching assistant reads with each child for ten minutes.',
  'The behaviour policy was rewritten, and pupils helped.',
  'Pupils told us that buses are crowded.',
  'The education plan is read by every teacher in the first week.',
  'Time with a trusted adult is precious.',
  'Winter clothes are bought from the premium.',
  'It has been a long year for staff.',
  'The art club doubled in size.',
  'Breakfast is served from dawn to first lesson.',
  'We have asked for a second adviser.',
  'He leads the behaviour team and reports to the board.',
  'A parent governor joined the working group.',
  'Three new policies were written for pupils.',
  'The counsellor sees pupils on two afternoons.',
  'We want every child to have one adult to go to.',
  'A boy or girl who is new gets a buddy.',
  'Pupils in Years 7 and 8 have a garden.',
  'The child’s voice comes first in a meeting.',
  'We learned on 6 May that the framework will change.',
  'Suspensions fell in the spring term.',
  'Social workers were invited to all meetings, and most came.',
  'The autism base is open to any pupil.',
  'A calm corner was set up in each room.',
  'One of the rooms was repainted by pupils.',
]
const moreTelling = [
  'Jas did well in maths.',
  'Summer was moved to a new foster home.',
  'We found Jo a place in the choir.',
  'Seun’s carers are pleased.',
  'One looked-after boy has been suspended four times.',
  'Our Year 11 girl got a place at college.',
  'The Syrian brothers share a tutor.',
  'Four pupils have a new social worker.',
  'She was placed with her grandmother in May.',
  'He has had six schools.',
  'There is only one looked-after child in Year 3.',
  'A student with diabetes now has a care plan.',
  'One of them is waiting for CAMHS.',
  'K.M. was late every day.',
  'Student C has a part-time timetable.',
  'The pupil permanently excluded in March has a new school.',
  'A sixteen-year-old became a school council member.',
  'Two siblings came into care in January.',
  'The boy who was excluded now attends the centre.',
  'All our looked-after children but one are at the expected standard.',
  'Ellie Price moved to Kent.',
  'After his father died he needed time.',
  'A girl disclosed abuse in October.',
  'One young person is pregnant and gets lessons at home.',
  'Only one child was suspended.',
  'Just two pupils missed a tenth of school.',
  'The child in Year 4 from Afghanistan has an interpreter.',
  'Last Tuesday the pupil was sent home.',
  'Mensah’s plan was rated red.',
  'One sibling group of three was separated.',
  'A looked-after child in reception has speech therapy.',
  'Our adopted pupil gets money for riding lessons.',
  'The transgender pupil uses the staff toilet.',
  'A traveller child joined us after Easter.',
  '1 child has an EHCP.',
  '5 of the CLA are boys.',
  'The new boy from Barnet is in the football team.',
  'His foster carer works closely with us.',
  'The youngest child in care here is four.',
  'A single pupil accounts for all suspensions.',
  'Precious was made a prefect.',
  'We gave Art a new mentor.',
  'Jed lives in Luton.',
  'Wojcik was in hospital.',
  'The head met with Dawn and a carer.',
  'One pupil in Year 5 has no school place.',
  'Two boys were excluded.',
  'A girl ran away from her placement in June.',
  'The only child with a protection plan has perfect attendance.',
  'Pupil 3 had no plan in spring.',
  'Four of the six looked-after children are boys.',
  'The suspended pupil is back in class.',
  'A kinship carer died and the child missed weeks of school.',
  'We had a child arrive from Ukraine in March.',
  'Her mother took the school to court.',
  'The boy in the nurture room has calmed down.',
  'An unaccompanied asylum-seeking pupil joined Year 11.',
  'She was adopted last year.',
  'A child in Year 2 bites other children.',
  'J.W. has a new social worker.',
]

/** Sentences that an auditor got past the warnings, and innocent ones like them. */
const auditors = [
  { forename: 'Wren', surname: 'Alderbrook', preferred: null },
  { forename: 'May', surname: 'Otterby', preferred: 'Bee' },
  { forename: 'Paul', surname: 'Evans', preferred: null },
  { forename: 'Tom', surname: 'Rice', preferred: null },
  { forename: 'Tara', surname: 'Ashby', preferred: null },
  { forename: 'Liam', surname: 'Adair', preferred: null },
]
const lateTelling = [
  'Our only previously looked-after child is thriving.',
  'We have just one.',
  'There is only one.',
  'Somebody in Reception was adopted this year.',
  'Someone in Year 9 came into care.',
  'Last spring a family of four siblings joined us.',
  'A sibling group joined.',
  'Attendance of looked-after children was 83% because one was in hospital.',
  'Of our seven looked after children six have made progress.',
  'Of the 12 looked-after pupils 11 passed.',
  'The lad in Oak class had a hard autumn.',
  'WA had a difficult term.',
  'We were glad that BO stayed.',
  'The Alderbrooks visited.',
  'We wrote to the Otterbys in June.',
  'The Evanses were invited.',
]
const lateInnocent = [
  'We have just one aim: that every child is known.',
  'The school has only one entrance, and staff stand there each morning.',
  'Somebody in the office answers within a day.',
  'PE and music are taught by specialists, and the DT leads the training.',
  'Of our looked-after children, most come to the homework club.',
  'We plan for a sibling group as for any other children.',
  'The wrens nest in our garden.',
  'The rice and the bread at lunch are free.',
  'The LA sends its adviser each term.',
  'The TA in each room keeps the plan at hand.',
  'Training was moved because staff were ill.',
]

describe('the designated teacher’s own words', () => {
  it('are left alone where they tell of the school or of any child', () => {
    expect(innocent).toHaveLength(40)
    expect(innocent.flatMap((words) => warningsOf(words).map((warning) => [words, warning]))).toEqual([])
  })

  it('are warned of where they name a child or describe one', () => {
    expect(telling).toHaveLength(40)
    expect(telling.filter((words) => warningsOf(words).length === 0)).toEqual([])
  })

  it('are told what is wrong and what to write instead, each thing once', () => {
    expect(warningsOf('Chidi came. Chidi went.')).toEqual([
      '“Chidi” is the name of a child here. Take it out, and write what the school does for these children together.',
    ])
    expect(warningsOf('A 14-year-old has a mentor.')).toEqual([
      '“14-year-old” gives a child’s age. Leave the age out.',
    ])
  })

  it('may count as far as the threshold is passed', () => {
    expect(describesAChild('Eight children sing in the choir.', [], 9)).toHaveLength(1)
    expect(describesAChild('Eight children sing in the choir.', [], 5)).toEqual([])
  })

  it('are warned of where few, a family, a class or bare initials tell', () => {
    expect(lateTelling.filter((words) => describesAChild(words, auditors).length === 0)).toEqual([])
    expect(lateInnocent.filter((words) => describesAChild(words, auditors).length > 0)).toEqual([])
  })

  it('are told apart in sentences of other schools too', () => {
    expect(moreInnocent.filter((words) => describesAChild(words, others).length > 0)).toEqual([])
    expect(moreTelling.filter((words) => describesAChild(words, others).length === 0)).toEqual([])
  })
})
