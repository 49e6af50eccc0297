import { expect, it } from 'vitest'
import { opensChildren, roles } from '../../../server/access/permissions.ts'
import { roleSentence } from '../../../server/access/role-sentence.ts'

it('says of every role what it sees, and of those that open no child just that', () => {
  const said = Object.fromEntries(roles.map((role) => [role, roleSentence(role)]))
  for (const role of roles) expect(said[role]?.endsWith('no child.')).toBe(!opensChildren(role))
  expect(said).toMatchInlineSnapshot(`
    {
      "administrator": "Sees who looked and who changed what, accounts and roles and settings of the installation and backup, and no child.",
      "class-staff": "Sees identity and attendance (this term) of the children on their list; protected identity (the name of the key adult in school) and what helps (the agreed support, and nothing of why) on a short card of what they need to know.",
      "data-protection-officer": "Sees who looked and who changed what, accounts and roles and settings of the installation and backup, and no child.",
      "designated-teacher": "Sees identity, protected identity, care status (plans: that one is open, with its dates), care detail (of looked-after children; of plans only what the safeguarding lead shares), personal education plan, what helps, attendance, suspension and exclusion and pupil premium plus of every child of the school.",
      "education-adviser": "Sees identity, protected identity, care status, care detail (social worker), personal education plan (the authority’s part), what helps (special needs alone: the plan or support there is, and its dates), attendance, suspension and exclusion and pupil premium plus of the children on their list.",
      "governor": "Sees figures of the whole school from which nobody can be worked out, and no child.",
      "headteacher": "Sees everything of every child of the school.",
      "safeguarding-lead": "Sees identity, protected identity, care status, care detail, personal education plan, what helps, attendance and suspension and exclusion of every child of the school.",
      "virtual-school-head": "Sees identity, protected identity, care status, care detail (legal status and social worker; no plans), personal education plan, what helps (special needs alone: the plan or support there is, and its dates), attendance, suspension and exclusion and pupil premium plus of the children whom the authority looks after.",
    }
  `)
})
