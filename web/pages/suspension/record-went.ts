import { api, type Letter, type SuspensionPage } from '../../api.ts'
import type { FieldValue } from '../../components/form-values.ts'
import { openRecordForm } from '../record-form.ts'
import { goneTo, wentForm } from './letter-text.ts'

/**
 * Opens the form in which it is kept how and when a letter went. Where it goes to two authorities, the form of the
 * second follows that of the first, with the same time and way, to be confirmed or put right.
 */
export function recordWent(
  letter: Letter,
  { record, child, contacts }: Pick<SuspensionPage, 'record' | 'child' | 'contacts'>,
  onSaved: () => void,
): void {
  const { gone, of } = goneTo(letter, contacts)
  const ask = (already: number, same: Readonly<Record<string, FieldValue>>) => {
    const form = wentForm(letter, record.id, already)
    openRecordForm({
      ...form,
      ...(of > 1 && { lead: turnOf(letter.to, already) }),
      prefill: { ...form.prefill, ...same },
      childId: child.id,
      childName: child.name,
      onSaved: (id) => {
        onSaved()
        if (already + 1 < of) void sameAs(id).then((fields) => ask(already + 1, fields))
      },
    })
  }
  ask(gone, {})
}

/** Whose notice is recorded now, and whose comes next. */
function turnOf(to: readonly string[], already: number): string {
  const next = to[already + 1]
  const follows = next === undefined ? '' : ` The form for the next follows, with the same time: ${next}.`
  return `${to[already] ?? ''}: when it went to this one.${follows}`
}

/** When, how and by whom it was done the last time; nothing where that cannot be read. */
async function sameAs(id: string): Promise<Readonly<Record<string, FieldValue>>> {
  const param = { kind: 'contact', id }
  const asked = api.bodyOf(api.client.records[':kind'][':id'].$get({ param }))
  const {
    contactedAt = null,
    how = null,
    madeBy = null,
  } = await asked
    .then(({ fields }) => fields as Readonly<Record<string, FieldValue>>)
    .catch(() => ({}) as Readonly<Record<string, FieldValue>>)
  return { contactedAt, how, madeBy }
}
