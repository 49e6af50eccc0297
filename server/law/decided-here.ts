/** What tells where a suspension was decided; columns as they are stored. */
interface Kept {
  readonly considerationId: string | null
  readonly atOtherSchool: 0 | 1
  /** Names of the columns that a person typed, separated by `;`. */
  readonly typed: string
}

/** What a new record of a suspension always says: all of it was typed only where no file brought the row in. */
const saidByAForm = ['kind', 'startedOn', 'atOtherSchool']

/**
 * Whether this school's headteacher decided a suspension here: on the page on which it was considered, or by
 * recording it. One that a file brought in, or that another school decided, was not.
 */
export function isDecidedHere({ considerationId, atOtherSchool, typed }: Kept): boolean {
  if (atOtherSchool === 1) return false
  const columns = typed.split(';')
  return considerationId !== null || saidByAForm.every((name) => columns.includes(name))
}
