/** What ends the reading of a file. */
export type XmlCause =
  | 'empty'
  | 'not-xml'
  | 'utf-16'
  | 'not-utf8'
  | 'other-encoding'
  | 'late-declaration'
  | 'declares'
  | 'entity'
  | 'ampersand'
  | 'bad-sign'
  | 'bad-text'
  | 'bad-tag'
  | 'bad-comment'
  | 'mismatch'
  | 'text-outside'
  | 'two-roots'
  | 'too-deep'
  | 'too-long'
  | 'cut-off'
  | 'other-root'

/** The file cannot be read past a line. `detail` is the name of a tag, an entity or an encoding, never a value. */
export class XmlBroken extends Error {
  override readonly cause: XmlCause
  readonly line: number
  readonly detail: string

  constructor(cause: XmlCause, line: number, detail = '') {
    super(`${cause} at line ${line}`)
    this.name = 'XmlBroken'
    this.cause = cause
    this.line = line
    this.detail = detail
  }
}
