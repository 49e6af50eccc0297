/** A browser in which somebody is signed in. */
export interface SignInTable {
  /** SHA-256 of the cookie's token, hexadecimal. */
  id: string
  accountId: string
  /** `password`: the second factor is still to come, or the screen was locked. */
  level: 'password' | 'full'
  /** The post acted in, one at a time. */
  postId: string | null
  /** The school at hand, for posts of an authority. */
  schoolId: string | null
  startedAt: string
  lastSeenAt: string
  /** When the person last showed a factor: sensitive acts ask again after five minutes. */
  confirmedAt: string
  endedAt: string | null
  /** Such as `Firefox on Windows`. */
  agent: string
}

/** A try at a secret of an account, counted whether or not it was right. */
export interface GuessTable {
  id: string
  /** What is guessed at, such as `password:<hash of address>`. */
  key: string
  at: string
}

declare module '../schema.ts' {
  interface Database {
    signIn: SignInTable
    guess: GuessTable
  }
}
