/**
 * What can be wrong with a database, said plainly. A `DatabaseTrouble` is for the person who runs the program: one line
 * that says what is wrong and one that says what to do. The `is...` questions are for code that can answer an error.
 */

/** Something the person running the program must put right. `message` is one plain line; `advice` says what to do. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble'
  readonly advice: string

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options)
    this.advice = advice
  }
}

/** The advice that is always true: another PostgreSQL may be used instead of the one we carry. */
export const OWN_SERVER_ADVICE =
  'Or use a PostgreSQL of your own (15 or newer): set DATABASE_URL and DATABASE_OWNER_URL (docs/running/database.md).'

/** The five-character SQLSTATE (or the `ECONNREFUSED` sort of word) an error carries, if it carries one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** The constraint an error names, if it names one. */
export function constraintOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return undefined
  return typeof error.constraint === 'string' ? error.constraint : undefined
}

/** A row with this key is there already; with `constraint`, only when that one says so. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return codeOf(error) === '23505' && (constraint === undefined || constraintOf(error) === constraint)
}

/** Two rows that may not overlap do; with `constraint`, only when that one says so. */
export function isExclusionViolation(error: unknown, constraint?: string): boolean {
  return codeOf(error) === '23P01' && (constraint === undefined || constraintOf(error) === constraint)
}

/** A row is named that is not there, or one is taken away that others name. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return codeOf(error) === '23503' && (constraint === undefined || constraintOf(error) === constraint)
}

/** Two transactions were in each other's way (serialization failure or deadlock): the whole work may be tried again. */
export function isSerializationFailure(error: unknown): boolean {
  return codeOf(error) === '40001' || codeOf(error) === '40P01'
}

/** The role may not do this: a missing grant, or row security said no to a new row. */
export function isPermissionDenied(error: unknown): boolean {
  return codeOf(error) === '42501'
}

/** The server ran out of disk; or, from a file of our own, the file system did. */
export function isDiskFull(error: unknown): boolean {
  return ['53100', 'ENOSPC', 'EDQUOT'].includes(codeOf(error) ?? '')
}

/** Nobody is there to talk to, or the talk was cut off. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  return isCutOff(error) || ['ECONNREFUSED', 'ENOENT', 'ETIMEDOUT', 'ENOTFOUND', '57P03'].includes(code)
}

/** The connection ended under the work: the server went or was started anew. */
export function isCutOff(error: unknown): boolean {
  if (['ECONNRESET', 'EPIPE', '57P01', '57P02'].includes(codeOf(error) ?? '')) return true
  return (
    error instanceof Error && /^(Connection terminated|Client has encountered a connection error)/.test(error.message)
  )
}

/** Says in plain words what a failing file operation on `place` means, or gives undefined when it is nothing known. */
export function fileTrouble(error: unknown, place: string): DatabaseTrouble | undefined {
  const because = { cause: error }
  switch (codeOf(error) ?? '') {
    case 'EACCES':
    case 'EPERM':
      return new DatabaseTrouble(
        `The folder ${place} cannot be written by this account.`,
        `Give the account the right to write there, or choose another folder with --data. ${OWN_SERVER_ADVICE}`,
        because,
      )
    case 'EROFS':
      return new DatabaseTrouble(
        `The folder ${place} is on a read-only file system.`,
        `Choose a folder that can be written with --data. ${OWN_SERVER_ADVICE}`,
        because,
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return new DatabaseTrouble(
        `The disk that holds ${place} is full.`,
        'Make room (about 1 GB), or choose a folder on another disk with --data.',
        because,
      )
    case 'ENOTDIR':
    case 'EEXIST':
      return new DatabaseTrouble(
        `${place} cannot be made a folder: a file of that name is in the way.`,
        'Choose another folder with --data.',
        because,
      )
    default:
      return undefined
  }
}
