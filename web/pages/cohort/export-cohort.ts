import { api } from '../../api.ts'

/** Saves the list as a file for a spreadsheet; throws `RefusedError` with the sentence to show. */
export async function exportCohort(on: string | null): Promise<void> {
  const file = await api.exportCohort(on)
  const address = URL.createObjectURL(file.content)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  URL.revokeObjectURL(address)
}
