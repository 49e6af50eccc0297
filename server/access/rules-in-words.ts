/** What the matrix cannot show, in sentences for the page that shows it. */
export const accessRules: readonly { title: string; text: string }[] = [
  {
    title: 'What is not written here is refused.',
    text: 'A right exists only where it stands in this table. The program asks the same table at each request.',
  },
  {
    title: 'One role at a time.',
    text: 'Somebody may hold several roles and acts in one of them, named at the top of every page. A governor who is also headteacher sees a governor’s pages as governor. What was looked at is on record with the role.',
  },
  {
    title: 'Reading, changing, approving and taking a file out are four rights.',
    text: 'None of them brings another.',
  },
  {
    title: 'A right ends by itself.',
    text: 'With the last day of the post, with the class list, and when another authority takes over a child’s care. Nobody has to remember.',
  },
  {
    title: 'There is no way round it.',
    text: 'Nobody opens a child outside their own list in a hurry or by phone. If more is needed, the headteacher gives a role with a last day, and that is on record.',
  },
  {
    title: 'Nobody decides alone on their own access.',
    text: 'A role that opens children, asked for by one person, waits for a second one.',
  },
  {
    title: 'Each term somebody looks at who has access.',
    text: 'The headteacher goes through every account with its roles and its last use, and confirms it or ends it.',
  },
  {
    title: 'Brothers and sisters are two records.',
    text: 'One is never shown because of the other.',
  },
  {
    title: 'Free text is where a secret slips out.',
    text: 'Where everybody who teaches a child reads a text, the form says so: no care history, and no other child’s name.',
  },
  {
    title: '“Not found” and “not yours” are the same answer.',
    text: 'Nobody can tell from it that a child is here.',
  },
]
