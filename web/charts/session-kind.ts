import type { SessionKind } from './child-year-series.ts'

const BY_CLASS: Readonly<Record<string, SessionKind>> = {
  PRES: 'present',
  AEA: 'present',
  AUTH: 'authorised',
  UNAUTH: 'unauthorised',
}

/**
 * How the drawings show a register code of a class: approved activity elsewhere counts as present; E is a
 * suspension or a permanent exclusion without other provision; what does not count is not required.
 */
export function sessionKind(code: string, markClass: string | undefined): SessionKind {
  if (code === 'E') return 'suspended'
  return BY_CLASS[markClass ?? ''] ?? 'not-required'
}
