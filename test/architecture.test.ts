import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Tracked files and new ones that git does not ignore, as paths from the top. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const sources = files.filter((file) => /^(server|db|web)\/.*\.ts$/.test(file))
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const importsOf = (file: string): Import[] =>
  [
    ...textOf(file).matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'"\n;]*?(?:\n[^'"\n;]*?)*?\sfrom\s+)?['"]([^'"]+)['"]/g,
    ),
  ]
    .concat([...textOf(file).matchAll(/import\((\/\*[^*]*\*\/\s*)?['"]([^'"]+)['"]\)/g)])
    .map(([, typeOnly, path]) => ({
      from: file,
      to: path!.startsWith('.') ? join(dirname(file), path!) : path!,
      typeOnly: typeOnly?.startsWith('type') ?? false,
    }))

const imports = sources.flatMap(importsOf)

/**
 * Who may import whom: the stages of the data's way, one direction. `type:` allows types only.
 * A folder may always import itself, except `rules`, whose files know nothing of each other.
 */
const mayImport: Record<string, readonly string[]> = {
  'server/calendar': [],
  'server/law': ['server/calendar'],
  'server/engine': ['server/calendar', 'server/law', 'type:server/facts', 'db/load-folder.ts'],
  'server/rules': ['server/engine', 'server/calendar', 'server/law'],
  'server/facts': ['server/calendar', 'server/law', 'db/queries', 'db/blocks.ts', 'type:db', 'type:kysely'],
  'server/records': [
    'server/calendar',
    'server/law',
    'db/queries',
    'db/in-transaction.ts',
    'db/load-folder.ts',
    'type:db',
    'type:kysely',
    'node:crypto',
    'zod',
  ],
  'server/import': [
    'server/calendar',
    'server/law',
    'server/records',
    'server/clock.ts',
    'server/spreadsheet-safe.ts',
    'db',
    'csv-parse',
    'type:kysely',
    'node:',
  ],
  'server/alerts': [
    'server/calendar',
    'server/law',
    'server/engine',
    'server/facts',
    'db/queries',
    'db/blocks.ts',
    'db/in-transaction.ts',
    'type:db',
    'type:kysely',
  ],
  'server/pathway': [
    'server/calendar',
    'server/law',
    'server/engine',
    'server/records',
    'server/access/permissions.ts',
    'server/mail.ts',
    'type:server/facts',
    'type:server/alerts',
    'db/queries',
    'db/in-transaction.ts',
    'type:db',
    'type:kysely',
    'node:crypto',
    'zod',
  ],
  'server/audit': [
    'server/keys.ts',
    'server/spreadsheet-safe.ts',
    'server/access/permissions.ts',
    'server/calendar',
    'server/mail.ts',
    'db/queries',
    'db/audit-hash.ts',
    'db/audit-guards.ts',
    'db/in-transaction.ts',
    'db/read-only.ts',
    'db/refused.ts',
    'type:db',
    'type:kysely',
    'node:',
    'zod',
  ],
  'server/compute': ['server/calendar', 'server/law', 'server/engine', 'type:server/facts'],
  'server/report': ['server/calendar', 'server/law', 'server/engine', 'type:server/facts'],
  'server/reporting': [
    'server/calendar',
    'server/engine/load-rules.ts',
    'server/facts',
    'server/report',
    'server/alerts/load-school-calendar.ts',
    'db/queries',
    'db/in-transaction.ts',
    'type:db',
    'type:kysely',
    'node:crypto',
    'node:timers',
  ],
  'server/paper': [
    'server/calendar',
    'server/report',
    'server/spreadsheet-safe.ts',
    '@expo-google-fonts',
    '@myriaddreamin',
    'fflate',
    'node:',
  ],
  'server/access': [
    'server/calendar',
    'server/clock.ts',
    'db/queries',
    'db/in-transaction.ts',
    'db/blocks.ts',
    'type:db',
    'type:kysely',
    'node:',
    '@node-rs/argon2',
    '@simplewebauthn/server',
    'otpauth',
    'uqr',
  ],
  'web/components': ['web/format.ts', 'web/days.ts', 'web/charts', 'type:web/api.ts', 'lit'],
  'web/charts': ['web/format.ts', 'web/days.ts', 'web/components', 'type:web/api.ts', 'lit', 'chart.js'],
}

const inside = (path: string, place: string) =>
  path === place || path.startsWith(`${place}/`) || (place.endsWith(':') && path.startsWith(place))

describe('the data goes one way', () => {
  for (const [folder, allowed] of Object.entries(mayImport))
    it(`${folder} imports only what its stage may know`, () => {
      const wrong = imports
        .filter(({ from }) => inside(from, folder))
        .filter(({ to, typeOnly }) => {
          if (inside(to, folder)) return folder === 'server/rules'
          return !allowed.some((place) =>
            place.startsWith('type:') ? typeOnly && inside(to, place.slice(5)) : inside(to, place),
          )
        })
      expect(wrong).toEqual([])
    })

  it('db imports nothing of server or web', () => {
    expect(imports.filter(({ from, to }) => inside(from, 'db') && /^(server|web)\//.test(to))).toEqual([])
  })

  it('web knows the server by the types of one file alone', () => {
    const links = imports.filter(({ from, to }) => inside(from, 'web') && /^(server|db)\//.test(to))
    expect(
      links.filter(
        ({ from, to, typeOnly }) => !(from === 'web/api.ts' && to === 'server/api/app.ts' && typeOnly),
      ),
    ).toEqual([])
  })

  it('no other package reaches a folder that is pure', () => {
    const pure = [
      'server/calendar',
      'server/law',
      'server/engine',
      'server/rules',
      'server/report',
      'server/compute',
    ]
    const packages = imports.filter(
      ({ from, to }) => pure.some((folder) => inside(from, folder)) && !/^(server|db)\//.test(to),
    )
    expect(packages).toEqual([])
  })
})

/** Files, other than those in `except`, in which a pattern occurs. */
const filesWith = (pattern: RegExp, except: (file: string) => boolean, among = sources) =>
  among.filter((file) => !except(file) && pattern.test(textOf(file)))

describe('what only one place may do', () => {
  it('SQL is written in db alone', () => {
    expect(
      filesWith(/\b(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\b|\bsql`/, (file) =>
        inside(file, 'db'),
      ),
    ).toEqual([])
  })

  it('only the clock asks what time it is', () => {
    expect(
      filesWith(/new Date\(\)|Date\.now\(\)|performance\.now\(\)/, (file) => file === 'server/clock.ts'),
    ).toEqual([])
  })

  it('no day is read by the platform’s own date parser', () => {
    expect(
      filesWith(/new Date\(\s*['"`a-zA-Z_]|Date\.parse\(/, (file) => file === 'server/calendar/iso-date.ts'),
    ).toEqual([])
  })

  it('only config reads the environment', () => {
    expect(filesWith(/process\.env/, (file) => file === 'server/config.ts')).toEqual([])
  })

  it('only access makes a scope', () => {
    expect(
      filesWith(/as unknown as Scope|scopeOf\w*\s*=/, (file) => file === 'server/access/scope.ts'),
    ).toEqual([])
  })

  it('no raw markup and no style attribute reaches a page', () => {
    const workbook = 'server/paper/workbook.ts'
    const markup = /unsafeHTML|unsafeSVG|unsafeCSS|innerHTML|styleMap|\sstyle=/
    expect(filesWith(markup, (file) => file === workbook)).toEqual([])
  })

  it('nothing is loaded from outside', () => {
    const pages = files.filter((file) => /^web\/.*\.(ts|css|html)$/.test(file))
    expect(
      filesWith(
        /(src|href)=["']https?:|url\(["']?https?:|@import\s+["']https?:|fetch\(["'`]https?:/,
        () => false,
        pages,
      ),
    ).toEqual([])
  })
})

describe('names', () => {
  it('a noun has one spelling in every folder', () => {
    const tables = files.filter((file) => file.startsWith('db/tables/')).map((file) => file.slice(10, -3))
    const misspelt = files.filter((file) =>
      tables.some(
        (noun) =>
          noun.includes('-') && new RegExp(`(^|[^a-z])${noun.replaceAll('-', '_?')}s?([^a-z]|$)`).test(file),
      ),
    )
    expect(misspelt).toEqual([])
  })

  it('every kind of record has its table, its queries’ shape and its test', () => {
    const kinds = files
      .filter((file) => file.startsWith('server/records/kinds/'))
      .map((file) => file.slice(21, -3))
    expect(kinds.length).toBeGreaterThan(0)
    for (const kind of kinds) {
      expect(files).toContain(`db/tables/${kind}.ts`)
      expect(files).toContain(`test/server/records/kinds/${kind}.test.ts`)
    }
  })

  it('files are kebab-case, and tests lie in the folder of what they test', () => {
    expect(sources.filter((file) => !/^[a-z0-9/.-]+$/.test(file))).toEqual([])
    const tests = files.filter((file) => /^test\/(server|db|web)\/.*\.test\.ts$/.test(file))
    const homeless = tests.filter((test) => {
      const folder = dirname(test.slice('test/'.length))
      return !files.some((file) => inside(file, folder))
    })
    expect(homeless).toEqual([])
  })
})

describe('the repository speaks only of the product', () => {
  const own = files.filter(
    (file) => !/^(package-lock\.json|test\/golden\/sample\/)/.test(file) && !/\.(png|woff2|pdf)$/.test(file),
  )
  const banned = [
    ['/wo', 'rk/'].join(''),
    ['\\.\\./sha', 'red'].join(''),
    ['\\.lib', 'rary/'].join(''),
    ['registry\\.', 'npm'].join(''),
    ['rul', 'es\\.md|tru', 'st\\.md|toolch', 'ain\\.md|mod', 'els\\.md|des', 'ign\\.md'].join(''),
    ['\\bA', 'I assistant|language mo', 'del'].join(''),
  ]
  for (const pattern of banned)
    it(`says nothing of ${pattern.slice(0, 4)}…`, () => {
      expect(filesWith(new RegExp(pattern), () => false, own)).toEqual([])
    })

  it('holds no pupil number outside the golden files and the demonstration', () => {
    const allowed = /^(test\/golden\/|db\/seed\/|server\/demo)/
    expect(filesWith(/\b[A-HJ-NP-RT-Z][0-9]{12}\b/, (file) => allowed.test(file), own)).toEqual([])
  })
})

describe('tests', () => {
  it('every test file belongs to a project of the runner', () => {
    const tests = files.filter((file) => file.endsWith('.test.ts'))
    expect(tests.length).toBeGreaterThan(10)
    expect(tests.filter((file) => !file.startsWith('test/'))).toEqual([])
  })

  it('no test is switched off, alone, or asleep', () => {
    const tests = files.filter((file) => file.endsWith('.test.ts') && file !== 'test/architecture.test.ts')
    expect(filesWith(/\b(it|test|describe)\.(only|skip|todo)\b/, () => false, tests)).toEqual([])
    expect(filesWith(/useFakeTimers/, () => false, tests)).toEqual([])
  })
})
