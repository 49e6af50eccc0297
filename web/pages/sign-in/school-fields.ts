import { field, type Option } from '../../components/field.ts'

const PHASES = {
  nursery: 'Nursery',
  primary: 'Primary',
  secondary: 'Secondary',
  'all-through': 'All-through',
  special: 'Special',
  pru: 'Pupil referral unit',
  other: 'Another kind',
} as const

type Texts = Readonly<Record<string, string>>

/** Which school this is. The authority is chosen where a list of them is known, else written. */
export function schoolFields(values: Texts, errors: Texts, authorities: readonly Option[]) {
  const given = (name: string) => ({
    name,
    required: true,
    value: values[name] ?? '',
    ...(errors[name] && { error: errors[name] }),
  })
  return [
    field({
      ...given('schoolName'),
      label: 'Name of the school',
      hint: 'As it stands above every page.',
      width: 'l',
    }),
    field({
      ...given('urn'),
      label: 'URN',
      hint: 'Six digits, from the register of schools.',
      width: 's',
      maxlength: 6,
    }),
    field({
      ...given('laestab'),
      label: 'Number of authority and school',
      hint: 'Seven digits, such as 919/4999.',
      width: 's',
      maxlength: 8,
    }),
    field({
      ...given('phase'),
      label: 'Phase',
      widget: 'select',
      options: Object.entries(PHASES).map(([value, label]) => ({ value, label })),
    }),
    field({
      ...given('authority'),
      label: 'Local authority',
      hint: 'The one the school lies in. Children may be looked after by others.',
      ...(authorities.length > 0
        ? { widget: 'select' as const, options: authorities }
        : { width: 'l' as const }),
    }),
  ]
}
