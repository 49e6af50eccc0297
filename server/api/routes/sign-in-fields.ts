import { z } from 'zod'
import { normaliseEmail } from '../../access/emails.ts'
import { isTooLong, LONGEST } from '../../access/passwords.ts'

/** An e-mail address in its one spelling, whatever was typed; every later step sees that alone. */
export const emailField = z
  .string()
  .max(1000, 'This is too long for an e-mail address.')
  .transform((text, context) => {
    const email = normaliseEmail(text)
    if (email !== undefined) return email
    context.addIssue({
      code: 'custom',
      message: 'Write one whole e-mail address, such as sam@school.example.',
    })
    return z.NEVER
  })

const short = (password: string) => !isTooLong(password)

/** A password that somebody has: never shortened, and never hashed when no password is as long. */
export const knownPassword = z
  .string()
  .min(1, 'Write your password.')
  .refine(short, `No password here is longer than ${LONGEST} characters.`)

/** A password to be chosen; whether it will do depends on whose it is. */
export const chosenPassword = z
  .string()
  .min(1, 'Choose a password.')
  .refine(short, `Take at most ${LONGEST} characters.`)

/** An authenticator's code; a blank in its middle is forgiven. */
export const sixDigits = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9]{6}$/, 'The code is six figures.'))

/** A recovery code as it was copied from paper. */
export const anyCode = z.string().trim().min(1, 'Write one of your recovery codes.').max(60)

export const linkField = z.string().min(1).max(200)

export const personName = z.string().trim().min(1, 'Write the name.').max(120)

/** A body of which nothing is asked. */
export const nothing = z.strictObject({})
