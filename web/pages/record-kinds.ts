import { api, type Kinds } from '../api.ts'
import type { Option } from '../components/field.ts'
import { dayWithYear } from '../format.ts'

export type Kind = Kinds['kinds'][number]

/** The kinds of records with their fields; asked once for each time the program is opened. */
export const kindsOnce = (() => {
  let kinds: Promise<Kinds> | undefined
  return () => (kinds ??= api.kinds())
})()

/** What a field of a form lets choose among that only the server knows, by its widget: authorities, a child's suspensions. */
export async function formOptions(
  { fields }: Kind,
  childId: string | null,
): Promise<Readonly<Record<string, readonly Option[]>>> {
  const asks = (widget: string) => fields.some(({ schema }) => schema['widget'] === widget)
  const options: Record<string, readonly Option[]> = {}
  if (asks('authority'))
    options['authority'] = (await api.authorities()).authorities.map(({ code, name }) => ({
      value: code,
      label: name,
    }))
  if (asks('suspension') && childId) {
    const { records } = await api.bodyOf(
      api.client.records[':kind'].$get({ param: { kind: 'suspension' }, query: { childId } }),
    )
    options['suspension'] = records.map(({ id, on, summary }) => ({
      value: id,
      label: on ? `${summary}, ${dayWithYear(on, on)}` : summary,
    }))
  }
  return options
}
