/**
 * Remembers the last few answers by key, each worked out once however many ask at the same time; one that
 * failed is forgotten. A key must hold everything the answer depends on.
 */
export class Remembered<T> {
  readonly #answers = new Map<string, Promise<T>>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, work: () => Promise<T>): Promise<T> {
    const answer = this.#answers.get(key) ?? this.#start(key, work)
    this.#answers.delete(key)
    this.#answers.set(key, answer)
    const [oldest] = this.#answers.keys()
    if (this.#answers.size > this.#most && oldest !== undefined) this.#answers.delete(oldest)
    return answer
  }

  #start(key: string, work: () => Promise<T>): Promise<T> {
    const answer = work()
    answer.catch(() => {
      if (this.#answers.get(key) === answer) this.#answers.delete(key)
    })
    return answer
  }
}
