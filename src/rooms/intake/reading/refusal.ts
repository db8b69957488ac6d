/** Why a whole list cannot be read. One row in trouble is a fault (check.ts); this is about the file. */
export type RefusalWord =
  | 'empty-file'
  | 'binary'
  | 'spreadsheet'
  | 'pdf'
  | 'header-twice'
  | 'header-missing'
  | 'too-many-columns'
  | 'line-too-long'
  | 'quote-not-closed'
  | 'ragged'
  | 'no-rows'
  | 'forbidden-column'
  | 'not-ctf'
  | 'xml-doctype'
  | 'xml-broken'
  | 'zip-broken'
  | 'zip-paths'
  | 'zip-locked'
  | 'zip-bomb'
  | 'not-oneroster'
  | 'oneroster-part'
  | 'oneroster-births'

/** Thrown while a list is read as a stream: `why` is a word of the room, `detail` the column or row it is about. */
export class ListRefused extends Error {
  readonly why: RefusalWord
  readonly detail: string

  constructor(why: RefusalWord, detail = '') {
    super(detail === '' ? why : `${why}: ${detail}`)
    this.name = 'ListRefused'
    this.why = why
    this.detail = detail
  }
}
