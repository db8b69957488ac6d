/** Words and states for tests. */
import type { DayWords } from './day-field.ts'
import type { FormWords } from './fields.tsx'

export const dayWords: DayWords = {
  incomplete: empty => `Empty: ${empty.join(', ')}`,
  wrong: box => `Wrong: ${box}`,
  noSuchDay: 'No such day',
}

export const formWords: FormWords = {
  error: 'Error',
  errorSummary: 'There is a problem',
  boxes: { day: 'Day', month: 'Month', year: 'Year' },
  showPassword: 'Show',
  showPasswordLong: 'Show password',
  hidePassword: 'Hide',
  hidePasswordLong: 'Hide password',
  passwordShown: 'Your password is visible',
  passwordHidden: 'Your password is hidden',
}
