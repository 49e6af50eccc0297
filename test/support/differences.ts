const isBranch = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A line for each value that differs, such as `totals.cohorts.cla: 17, expected 18`. */
export function differencesOf(found: unknown, expected: unknown, path = ''): string[] {
  if (isBranch(found) && isBranch(expected) && Array.isArray(found) === Array.isArray(expected)) {
    const keys = new Set([...Object.keys(expected), ...Object.keys(found)])
    return [...keys].flatMap((key) =>
      differencesOf(found[key], expected[key], path === '' ? key : `${path}.${key}`),
    )
  }
  return Object.is(found, expected)
    ? []
    : [`${path}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`]
}
