import { hash, verify } from '@node-rs/argon2'
import { isCommonPassword } from './common-passwords.ts'

/** In characters as people count them. */
export const SHORTEST = 12
export const LONGEST = 128
/** Argon2id, 19 MiB, two passes (OWASP; ASVS Appendix C). Each hash that runs holds its 19 MiB. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const MOST_AT_ONCE = 4
/** What is verified for somebody who is not there: of the same cost, and of a password nobody knows. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$lVnU2ww5l+kFgrqJxbBNbA$qhuK8I6y80Eo9YeNUCEDm3fbtwwX1WRvDDxGLQBfvxI'

let running = 0
const waiting: (() => void)[] = []

/** At most four at once: two hundred people at eight in the morning cost time, not memory. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/**
 * What is hashed: the password whole, in Unicode's compatibility composition (NFKC), so that the same keys give
 * the same password on every keyboard (`ﬁ` is `fi`). Letters keep their case, blanks their place.
 */
const composed = (password: string) => password.normalize('NFKC')
const lengthOf = (text: string) => [...text].length

/** Whether it is longer than any password may be: then it is not even hashed. */
export const isTooLong = (password: string): boolean =>
  password.length > LONGEST * 2 || lengthOf(password) > LONGEST || lengthOf(composed(password)) > LONGEST

/** What is stored of a password: its salt and cost stand in it. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(composed(password), cost))

const readable = /^\$argon2id\$/

/** Whether the password is that of the hash. Null, for somebody who is not there, costs the same and is never right. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const known = stored !== null && readable.test(stored)
  const right = await inTurn(() => verify(known ? stored : nobody, composed(password)))
  return known && right
}

/** Whom a password is for: its own words are the first that somebody tries. */
export interface PasswordOwner {
  readonly name: string
  readonly email: string
  /** Names of schools, towns and authorities, words of roles. */
  readonly around: readonly string[]
}

/** Words of this product and of every school. */
const always = ['virtual', 'school', 'dashboard', 'password', 'welcome', 'teacher', 'head', 'governor']
const SHORTEST_WORD = 3

const wordsOf = (text: string) => text.toLowerCase().split(/[^\p{L}]+/u)

/** Whether hardly anything is left of it without the words around its owner, years and signs. */
function isMadeOfWords(password: string, { name, email, around }: PasswordOwner): boolean {
  const local = email.split('@')[0] ?? ''
  const words = [name, local, ...around].flatMap(wordsOf).concat(always, local)
  const longestFirst = [...new Set(words)]
    .filter((word) => word.length >= SHORTEST_WORD)
    .toSorted((a, b) => b.length - a.length)
  let left = password.toLowerCase()
  for (const word of longestFirst) left = left.replaceAll(word, ' ')
  const letters = left.replaceAll(/(19|20)\d\d/g, '').replaceAll(/[^\p{L}\p{N}]/gu, '')
  return lengthOf(letters) * 2 < lengthOf(password) && left !== password.toLowerCase()
}

/** Why a password cannot be chosen, in one sentence; undefined when it can. */
export async function passwordProblem(password: string, owner: PasswordOwner): Promise<string | undefined> {
  if (isTooLong(password)) return `Take at most ${LONGEST} characters.`
  const text = composed(password)
  if (lengthOf(text) < SHORTEST)
    return `Take at least ${SHORTEST} characters: three or four words that do not belong together are easy to keep in mind.`
  if (await isCommonPassword(text, SHORTEST))
    return 'This is one of the passwords most often stolen elsewhere. Choose another one.'
  if (isMadeOfWords(text, owner))
    return 'This is mostly your name, your school, your role or a year, which somebody would try first. Choose another one.'
  return undefined
}
