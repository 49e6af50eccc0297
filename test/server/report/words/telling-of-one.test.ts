import { describe, expect, it } from 'vitest'
import { describesAChild } from '../../../../server/report/describes-a-child.ts'

const names = [
  { forename: 'Aisha', surname: 'Khan', preferred: null },
  { forename: 'Connor', surname: 'Baker', preferred: null },
  { forename: 'Faith', surname: 'Hope', preferred: null },
  { forename: 'Amber', surname: 'Field', preferred: null },
  { forename: 'Sunny', surname: 'Hall', preferred: null },
  { forename: 'Jack', surname: 'Law', preferred: null },
  { forename: 'Rowan', surname: 'King', preferred: null },
  { forename: 'Olivia-Mae', surname: 'Smith-Jones', preferred: 'Liv' },
  { forename: 'Christian', surname: 'Church', preferred: null },
  { forename: 'Ali', surname: 'Park', preferred: null },
  { forename: 'Daisy', surname: 'Cole', preferred: null },
  { forename: 'Brooke', surname: 'Day', preferred: null },
  { forename: 'Noah', surname: 'Price', preferred: null },
  { forename: 'Muhammad', surname: 'Ali', preferred: 'Mo' },
  { forename: 'Joy', surname: 'Best', preferred: null },
  { forename: 'Ella', surname: 'Brown', preferred: null },
  { forename: 'Ryan', surname: 'Long', preferred: null },
]
const isWarned = (words: string) => describesAChild(words, names).length > 0
const sentences = (lines: string) => lines.trim().split('\n')

/** As designated teachers write, in the words that schools have among themselves. */
const telling = sentences(`
He is the only one on a part-time timetable.
One student in Year 11 is a young carer.
Our looked-after Year 6 boys struggle with maths.
Her attendance was 42 %.
His behaviour has been difficult since contact with mum stopped.
The child’s placement broke down in November.
A child’s placement broke down and they had to travel 40 miles by taxi.
This pupil has been excluded twice.
One learner has been permanently excluded for bringing a knife.
The exclusion was for bringing a knife to school.
The permanent exclusion in the spring was for an assault on a teacher.
One of the permanent exclusions followed an assault.
A student was permanently excluded in the autumn for drugs.
Our one previously looked-after pupil left for Norfolk.
There is one child on a protection plan.
We have one child in kinship care, living with her grandmother.
We currently have two CLA.
There are 3 LAC on roll.
We have four LAC, two of whom have an EHCP.
Only one LAC took GCSEs; she got five grade 4s.
One CLA has moved out of county.
Of the two CLA in Year 11, one sat exams elsewhere.
The unaccompanied minor has made superb progress in English.
Our UASC has a place at college.
Both UASC pupils go to the mosque on Fridays.
The new arrival in Year 8 has settled.
A new pupil arrived mid-year from Croydon with a history of school refusal.
A recent arrival from Croydon has poor attendance.
The family is known to police.
Mum is in prison.
Dad has been sentenced, and this affected behaviour in class.
The father was deported in June.
Their mother died in February.
The brother and sister are in separate placements.
The siblings are separated.
AK has a part-time timetable.
A.K. and C.B. share a mentor.
Aisha K has done well.
Khan, A. is on a reduced timetable.
aisha has done well.
Connor’s PEP was late.
Rowan was moved.
Amber had three suspensions.
Liv wants to be a vet.
The Smith-Joneses came to the meeting.
Thirteen suspensions were of the same child.
Most suspensions were of one and the same pupil.
All three suspensions were of the same boy.
The same child was suspended each time.
One person accounts for most of the absence.
One case of persistent absence was due to a hospital stay.
The persistent absence is due to one long-term illness.
The low figure is due to one student who refuses school.
Attendance would be 96 % without one school refuser.
The data is skewed by one non-attender.
One long-term absentee brings the average down.
One Year 10 is being taught at home.
A Year 9 was permanently excluded.
Our Year 9 looked-after student now attends a pupil referral unit.
Two Year 10s are dual registered.
A 15 year old was missing for a week.
She is 14 and pregnant.
A child aged 9 was moved.
The pupil who joined in January has no PEP.
The one on the protection plan has 60 % attendance.
The child on a protection plan has 60 % attendance.
The child with the EHCP went to a special school.
The pupil with an EHCP is waiting for a place.
The wheelchair user was given a lift key.
A hearing-impaired student uses a radio aid.
A child with foetal alcohol spectrum disorder joined us.
One of our previously looked-after children was adopted from Russia.
Three of these children were suspended.
3 of them were suspended.
Two were permanently excluded.
One was permanently excluded.
Two left during the year.
One joined us in the spring.
One has an EHCP and one is waiting for assessment.
Four out of five made progress.
1 out of 6 met the standard.
One pupil (Y9) has moved.
A Y9 boy moved.
Year 7 boy with ADHD: support plan in place.
Girl in Y11 pregnant.
Boy, 12, moved to residential.
Male, Y8, Barnet.
The Barnet child has a new social worker.
A child placed by Barnet was moved at short notice.
The child from the travelling community attends less in summer.
The Muslim pupil prays in the quiet room.
The non-binary student has a named adult.
Our deaf pupil has an interpreter.
The boxing club has helped him to stay calm.
We were able to keep her in school.
She now has a mentor.
He made great progress in reading.
Despite a managed move, he was excluded in March.
The managed move on 3 May failed after a week.
The off-site direction on 12 March was ended early.
The pupil’s solicitor wrote to us.
Following an allegation against the carer, the placement ended.
Following an allegation by a pupil, a carer was suspended.
A disclosure was made by a pupil in October.
The adoption order was made in June.
The court hearing on 5 May upset one of the group.
One of the group was upset.
The eldest of the group is going to university.
The most able is predicted nines.
The student on alternative provision likes mechanics.
The two at alternative provision learn mechanics.
The two who moved had no PEP.
Those two are in the same class.
Last year’s Year 11 leaver is now at college.
Our leaver is now at college.
Our head boy is in care.
The captain of the netball team is looked after.
Since the adoption broke down the pupil has lived with an aunt.
A pupil in kinship care lost his grandfather and missed half the term.
One Year 8 child refuses to come to school.
We supported one family through a court case.
One family moved into a refuge and the children changed schools.
The two brothers from Syria have learned English fast.
Our cohort of three is too small for percentages.
With only four children the percentages mean little.
As there are only two looked-after children, each counts 50 %.
Attendance fell to 71 % for one pupil.
One pupil’s attendance is 38 % since she moved to Luton.
One moved to a special school in February.
The LAC pupil in Year 10 has had 6 suspensions.
The student suspended six times has a risk assessment.
A student in Year 12 who is a care leaver has a bursary.
The Year 13 student is applying to Cambridge.
Our Year 11 student sat seven GCSEs.
In Year 6 the CLA pupil reached greater depth in reading.
The only PLAC pupil has 99 % attendance.
PLAC: one pupil, SEN support, working at expected.
CLA 2 pupils; PLAC 1 pupil.
LAC pupils: 3 (Y4, Y5, Y6).
Child 1: 94 % attendance.
Pupil X has a new carer.
Pupil one has dyslexia.
J had a difficult year.
N. is doing well.
One boy goes to forest school.
One girl had counselling.
She has joined the debating club.
He is predicted a grade 7.
Due to his ADHD he has a timeout card.
Her PEP targets were met.
They moved foster home in week three and their attendance dropped.
A foster placement breakdown in May led to two weeks of absence.
The child who was excluded has started at an academy.
The permanently excluded pupil now goes to the education centre.
A Year 9 girl is on a managed move.
One managed move succeeded and the pupil is on our roll.
One managed move failed.
An incident in the dinner hall led to a suspension of five days.
The five-day suspension in November was for setting a fire.
After an assault on a teaching assistant a pupil was suspended for 10 days.
Two children with EHCPs have one-to-one support.
Both have EHCPs.
Both made expected progress.
Neither sat the tests.
None but one met the standard.
Only one did not meet the standard.
All except one passed the phonics check.
Only one of the group passed.
One out of three reached the standard.
33 % (one pupil) reached the standard.
Of the three pupils two reached the standard.
Noah’s mum came to sports day.
Mo is our football captain.
Cole has a new mentor.
Daisy loves the garden.
We are proud of Brooke.
Joy moved school.
Dad came to the PEP meeting for the first time.
His siblings are placed in Kent.
A pupil self-harmed in the spring.
A pupil with a life-limiting condition joined us.
One student had a baby.
The pregnant student is taught at home.
The Roma pupils, a brother and sister, joined the choir.
One child is Ukrainian.
Our Afghan student passed his maths GCSE early.
An asylum seeker aged 16 was placed with us.
An adopted twin joined Year 3.
A set of twins joined Reception.
The social worker of our Year 7 pupil changed four times.
A child under a special guardianship order lives with her aunt.
The guardian of a Year 2 pupil asked for help.
A pupil’s social worker did not come to the PEP on 4 June.
A pupil left for secure accommodation.
A student was arrested at school.
A student was missing for three days in March.
A child was placed 60 miles away.
One of ours was placed 60 miles away.
A looked-after pupil was voted head girl.
Three have ADHD.
Two pupils are on part-time timetables.
A pupil is on a part-time timetable of ten hours.
A part-time timetable was agreed for one pupil until Easter.
One pupil is electively home educated now.
A child was taken off roll to be home educated.
One boy identified as trans.
The pupil who identifies as trans has a named adult.
Three siblings are split over two schools.
The girl from Romania reads well now.
One of our boys is on a reduced timetable until half term.
A Year 4 pupil is waiting for a dyslexia test.
We had one permanent exclusion, for carrying a blade.
There were two exclusions.
Three suspensions were for fighting.
One pupil was suspended three times for vaping.
The social worker for the Year 2 child has changed again.
One carer complained about transport for her foster son.
A foster son of a member of staff joined Year 7.
Four of them have an EHCP.
Just one has an EHCP.
1 pupil has an EHCP and 2 have SEN support.
Half of the four pupils are boys.
25 % (1 of 4) were persistently absent.
Everyone made progress apart from one boy who was in hospital.
The pupil in foster care with the Browns is thriving.
A care order was made in March for one of the pupils.
He went home in May.
She returned to her birth family.
One went home to a parent.
Two were reunified with parents.
A child in Reception was returned to her mother.
We had a sibling group of four.
This boy has had five placements in two years.
A pupil on roll is in a children’s home in Luton.
She has a stammer.
Our care-experienced Year 11 has an offer from college.
The Year 11 CLA got grade 5 in maths.
1 CLA left to join family in Kent.
One looked-after child has a part-time timetable.
The youngest has speech therapy.
A learner was hospitalised.
Ryan’s placement is stable.
One was born in Iran.
The pupil who ran away is back.
`)

const innocent = sentences(`
Attendance of looked-after children rose because the taxi contract was changed.
We train one member of staff from each department.
One governor is linked to this work.
Two governors are trained in safer recruitment.
One adviser works with us and answers quickly.
The governing board met on 12 May to consider a permanent exclusion.
All governors were trained on exclusions on 4 October.
Faith and hope are taught in assemblies.
In good faith we shared the plan with carers.
The amber plans were all brought to green by Easter.
Rated amber, these plans lacked targets.
Amber and red plans are looked at again within a month.
The hall is used for the breakfast club.
Children play on the field and in the park.
The law changed in April.
The church hall hosts the club.
The king’s coronation was a day of celebration.
We ask every child for one thing that would help.
One target in each plan is about friendship.
Each pupil has a key adult.
A key adult is named for each pupil within a week.
A pupil who arrives mid-year meets the tutor first.
Pupils who join mid-year have a buddy.
The pupil premium plus paid for tutoring.
The pupil premium lead meets the designated teacher each month.
The child protection policy was reviewed.
The child protection team meets weekly.
The looked-after children’s nurse visits twice a term.
The student council asked for longer lunch.
Student support runs each lunchtime.
The student leadership team includes children in care.
A learning mentor works with pupils in three year groups.
Year 11 pupils have a tutor in maths.
Year 7 and Year 8 share a base.
Our Year 6 teachers visit the secondary schools.
The Year 9 options evening was moved to March.
The Year 10 work experience week was moved to June.
Parents were told of the new uniform on 1 September.
The deputy head was admitted to the national programme in October.
The designated teacher left us at Easter, and her deputy took over.
She was appointed in September and has completed her training.
He has a day a week for this work.
She attends the network meetings of the Virtual School.
Our educational psychologist left in May and was not replaced.
The school nurse moved to another team in March.
A teaching assistant was trained in sensory work.
One teaching assistant was trained in sensory work.
One tutor was trained in attachment.
We lost one mentor through budget cuts.
One room was set aside.
The carers’ coffee morning has been a success.
Foster carers told us the forms are too long.
A foster carer speaks at staff training each year.
A care leaver spoke at the training in September.
Two social workers came to our training.
Three PEP training sessions were held.
Two thirds of these children go to a club.
Two in three come to the homework club.
Three quarters of plans were rated green.
We aim for no more than two suspensions a term.
Staff turnover in social care means that a child may have three social workers in a year.
Children wait up to six months for CAMHS.
CAMHS waits are long, and we bought counselling.
The counsellor is in school two days a week.
Hospital school links are good.
Autism training was given to all staff.
Girls are suspended less often than boys.
Boys read less than girls, and the library ran a club for them.
Children in care are twice as likely to be excluded.
Asylum-seeking children have lessons in English.
Our refugee welcome group meets on Fridays.
Polish and Romanian books were bought for the library.
The Black history month was planned with pupils.
Roma families were invited to the summer fair.
We thank the parents of previously looked-after children who came forward.
Parents can tell us in confidence that a child was adopted.
Adopted children and their parents are invited each autumn.
The adoption service trained our staff.
We meet with social workers on the first Monday of the month.
On Thursday the library stays open until five.
The policy was moved to the website.
Meetings were moved to the first six weeks.
The plan is to train all tutors.
The plan for next year is to hear each child in the way they choose.
The development plan was agreed on 4 July.
His Majesty’s Inspectors came in March and praised this work.
The report of 12 March last year asked for three things.
The board met on 24 March, and the plan was agreed.
Our aim is that nobody is sent home without work.
No one was left out of the trip.
Everyone has a locker.
All but the newest staff have had the training.
Two of the three actions are done.
The one action left is the second room.
Four plans out of five were rated green.
We wrote five new plans of work.
Lunch is free for these children.
Some children need a taxi, and it is often late.
Where a child moves, records follow within five days.
When a pupil is suspended, work is sent on the first day.
If a child is missing, the office rings within half an hour.
A suspended pupil is rung every day.
A child in care should never wait for a school place.
Behaviour points are shared with carers every week.
Any pupil can ask for a quiet table.
What a child tells us stays with us unless they are unsafe.
All these children have a key adult and a quiet place.
Most plans were completed in time, and those that were not were late by a few days.
We hold a coffee morning for carers each half term.
The designated teacher has completed the national qualification.
Our designated teacher is a member of the senior team and has two days a week.
We use the pupil premium plus for tutoring, trips and instruments.
Attendance is looked at every Monday by the attendance officer.
She also leads on safeguarding.
The new headteacher met all children in her first week.
Mrs Cole, our family worker, rings home on the first day of absence.
Mr Price runs the breakfast club.
The governing board has a link governor who visits each term; she reports in the summer.
The link governor visited twice and wrote up his visits.
Two of our tutors are trained in attachment.
One of our aims was met in full, another in part.
We have one counsellor for 900 pupils.
One class in each year has a calm corner.
Our SENCO and the designated teacher meet weekly.
The Virtual School ran three courses for our staff.
The Virtual School audited ten plans and found them good.
We asked children what helps, and they said: being asked.
Children said that adults listen.
Some said that homework is hard to do in a shared room.
No child was moved between sets because of behaviour.
Where a child is new, we ask the last school for the file on the same day.
Every child chose a club, and nobody was refused.
Reading ages rose across the group.
Progress in maths is slower than in reading.
A school dog comes on Wednesdays.
The library is open at lunch for whoever wants it.
The breakfast club has 60 places.
A meeting was held for all carers in October.
Our emotional literacy assistant works with small groups.
Small groups of pupils work with the art therapist.
The policy on trips was changed so that consent comes from the social worker in time.
Consent for trips is often late and we ask for it in September.
We lent laptops to whoever had none at home.
The attendance of children on a child-in-need plan is our main worry.
Suspensions are fewer than last year but still too many.
We want no suspension before the Virtual School is rung.
The behaviour policy now asks staff to ring before they decide.
All staff had two hours on trauma in September.
In November the lunchtime staff had the same training.
The therapist’s room was moved to the ground floor.
The exclusion policy was reviewed in May.
The suspension figures were shared with the board in May.
A child’s views are written in their own words.
A child’s plan is theirs to read.
Pupils choose who comes to their meeting.
Students in Years 12 and 13 mentor younger ones.
One hour a week is kept for plans.
Two hours a week are kept for plans.
Three of the four actions of last year are done.
One action is left over from last year.
Both actions of last year are done.
Of the four aims of the policy, three are met.
Staff turnover was high and three teachers left.
Joy in learning is an aim of our curriculum.
The price of transport is met by the authority.
Day trips are planned with carers.
The best support is a known adult.
We will write to parents of all children each autumn so that they can tell us of an adoption.
The pupil voice group met five times.
Student leaders showed governors around.
Our work with foster carers has grown since the coffee mornings began.
The carers’ handbook was written with two carers.
A carer told the board what helps, and it was listened to.
Parents’ evenings are offered online as well.
The school was praised in the inspection of 12 March for its care.
We plan for the move to secondary school from the spring of Year 5.
Year 5 and Year 6 plans include a visit.
Key Stage 4 pupils get a mentor for options.
In Reception we meet every family at home.
Time is set aside for the first plan within ten days.
The nurse checks each plan and adds what she knows.
The mentor writes down what he sees and shares it.
A mentor meets each child weekly; he or she is chosen by the child.
The educational psychologist gave her advice on the policy.
Our chair of governors gave his time to read every plan.
Grade boundaries rose this year.
A grant paid for one more counsellor.
One in six of all our pupils has a special educational need.
Six out of ten of our teachers have had the training.
Four out of five teachers have had the training.
We hold plans in the first six weeks.
The DT attends every PEP and chairs most.
PP+ paid for a reading scheme and a drum teacher.
We asked the county for more places on the attachment course.
Governors visited in June and spoke with pupils.
The link governor said he was impressed by the calm.
Staff sickness made cover hard in the spring.
In the autumn, three members of staff left.
Two supply teachers covered in the spring.
A new deputy joined in January; she has this work in her role.
The Headteacher wrote to the authority on 4 May about late placements.
Placements change often and at short notice.
When a placement ends we keep the school place for six weeks.
Managed moves are tried before an exclusion.
We used alternative provision less than last year.
Alternative provision is visited each half term.
Reading is strong; maths is not.
Maths is taught in smaller groups from Year 7.
The most able are stretched in a club on Fridays.
The youngest children have a nurture room.
Older pupils read to younger ones.
Older siblings are asked to the transition day.
Carers, social workers and parents all received a survey.
Four in five carers who answered were content.
The survey had 12 answers.
One answer asked for more notice.
One lesson: ask earlier.
Two things got in the way: late papers and no quiet room.
Both rooms are in use.
Both the nurse and the counsellor have places free.
One to one tuition was bought for maths.
One-to-one tuition was bought for maths.
It is one of the best-used rooms.
Each one has a locker.
Some have a mentor and some do not want one.
Not every child wants a mentor, and none has to have one.
All who wanted a place had one.
The child protection plan and the education plan are read together.
A child-in-need plan is open for many of these children.
What we learned from a complaint is to ring carers first.
The board’s panel met twice.
An exclusion is always talked through with the Virtual School first.
A suspension of more than five days needs work and a place from the sixth day.
A child is never sent home without a word.
The pupil premium strategy was published in December.
A pupil survey was held in May.
Our pupil leaders met the mayor.
Our student leaders run the club.
The student union room is free on Tuesdays.
The school is in a partnership of three.
As designated teacher I have attended two days of training by the Virtual School.
I have one day a week out of class for this role, shared with safeguarding.
Our Virtual School link adviser is very responsive and she visits termly.
PEPs are completed on the online system and quality assured by the Virtual School.
All PEP targets are SMART and reviewed each term with the child.
Pupil premium plus has funded one-to-one tuition, a laptop scheme and residential trips.
Attendance is monitored weekly by the attendance officer and daily absence is followed up by phone.
Children have access to ELSA, play therapy and a school counsellor.
Boxall profiles are used to plan support.
SDQ scores are discussed at PEP meetings.
Staff received training in attachment awareness on 2 September.
We run a lunchtime club for those who find unstructured time hard.
Two members of the senior team are trained as emotion coaches.
Governors received a briefing on their duties in the autumn term.
The admissions policy gives first priority to looked-after and previously looked-after children.
Trips and clubs are free for children in care, including residentials.
Children in care are represented on the school council.
We celebrate achievements in the weekly assembly and send postcards home to carers.
The behaviour policy recognises that some children need a different approach.
Before any suspension the headteacher rings the Virtual School.
Suspensions are a last resort; we look for alternatives each time.
There were no permanent exclusions.
Nobody was permanently excluded.
One of the barriers is the late arrival of records from previous schools.
Another barrier is transport for children placed out of area.
Each term we meet the three social work teams that cover our area.
Where siblings are in different schools we plan events together.
A named governor meets me each half term to look at anonymised data.
The governor with this brief is also the chair and he is well informed.
The next policy review is due in March 2027.
In the coming year we will train all teaching assistants.
Our aim is for every child to read for pleasure.
Most children are making expected progress from their starting points.
Some children made more than the progress expected.
Writing is the weakest subject across the group.
A new reading programme was bought in January.
The group is small and changes often, so percentages say little.
The numbers joining and leaving in the year make it hard to compare.
Children joining in the year often have gaps in their learning.
When placements move at short notice, we offer to keep the school place.
Foster carers attend parents’ evenings and receive reports.
Birth parents are invited where this is safe.
We ask the social worker who should be invited.
Each carer has the mobile number of the key adult.
The school is part of a cluster that shares an educational psychologist.
The waiting list for specialist assessment is now eighteen months.
We paid for private assessments from the premium.
The SENCO holds an annual review for each child with a plan.
Early help is offered before a referral is made.
A referral is made with consent.
Ms Brown is our mental health lead.
One hundred per cent of plans were done on time.
Half of the staff have been trained.
Both designated teachers in the federation work together.
Both PEP weeks went well.
The five areas of the framework guide our work.
Three out of four training days were held.
He or she is then offered a mentor.
We thank the headteacher for his support.
Our school counsellor left in July and her post was filled in September.
`)

describe('a sentence', () => {
  it('that tells of one child or of few is warned of, in whatever words', () => {
    expect(telling.filter((words) => !isWarned(words))).toEqual([])
  })

  it('that tells of the school, its staff or any child is left alone', () => {
    expect(innocent.filter(isWarned)).toEqual([])
  })

  it('on “she” is left alone where the sentence before is of a grown-up', () => {
    expect(isWarned('She was unhappy at first.')).toBe(true)
    expect(isWarned('Our new deputy began in May. She was unhappy with the forms.')).toBe(false)
  })

  it('on “one of them” is left alone where the sentence before is of things', () => {
    expect(isWarned('One of them was new.')).toBe(true)
    expect(isWarned('We wrote three policies. One of them was new.')).toBe(false)
  })
})
