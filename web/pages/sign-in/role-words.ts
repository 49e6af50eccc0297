/** One line on what each role sees, for those who choose a role or hold one. The page "Who sees what" has it in full. */
const SEES: Readonly<Record<string, string>> = {
  'designated-teacher': 'Every child with a social worker: duties, PEPs, attendance, suspensions.',
  'safeguarding-lead': 'All of it, and the detail of care and of plans.',
  headteacher: 'The whole school; decides who else may see it.',
  'class-staff': 'What helps the children they teach, and nothing of their care.',
  governor: 'Figures of the whole school, and no child.',
  'virtual-school-head': 'The children their authority looks after, in every school here.',
  'education-adviser': 'The looked-after children of their own caseload.',
  administrator: 'Accounts and the machine, and no child.',
  'data-protection-officer': 'Who looked at what, and who may.',
}

/** `The whole school; decides who else may see it.` Empty for a role nobody has described. */
export const whatRoleSees = (role: string): string => SEES[role] ?? ''
