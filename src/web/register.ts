/**
 * The register: every address of the program, with who may ask, what is written down, and what answers. The type refuses
 * a route that leaves one out. No domain word here: the house says what a permission and a visitor are.
 */
import type { Readable } from 'node:stream'
import type { ZodType } from 'zod'
import type { Tx } from '#ground/database/tx.ts'

/** Whether anyone may ask, or somebody half signed in, or a visitor with a permission. */
export type Guard<Permission extends string> =
  | { readonly open: true; readonly why: string }
  | { readonly halfWay: true; readonly why: string }
  | { readonly permission: Permission }

/** What is asked of a handler. `tx` is the one transaction of this request; it is committed before the answer is sent. */
export type Ask<Visitor, Params, Query> = {
  readonly tx: Tx
  readonly visitor: Visitor
  readonly params: Params
  readonly query: Query
  /** Fields of a posted form; an upload's file is in `upload`. */
  readonly body: Readonly<Record<string, unknown>>
  readonly upload: Upload | undefined
  readonly requestId: string
  /** The visitor's network address, for limits only. */
  readonly address: string
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly path: string
  /** The page of this program the visitor was on, without what was asked of it: what stands after a question mark may be what somebody typed. */
  readonly cameFrom: string | undefined
}

/** A posted file, already on disk in a private folder that is emptied after the request. */
export type Upload = { readonly path: string; readonly name: string; readonly bytes: number; readonly field: string }

/** What an answer says of itself for the audit: whom it showed, and anything worth keeping. */
export type Seen = {
  readonly about?: readonly string[]
  readonly target?: string
  readonly payload?: Readonly<Record<string, unknown>>
}

export type Cookie = { readonly name: string; readonly value: string; readonly maxAgeSeconds: number | null }

/** A page's text, or what draws it: drawn while its event is being written, before anything is committed. */
export type Drawn = string | (() => string)

/** The text of a page, drawn now unless it is. */
export function textOf(drawn: Drawn): string {
  return typeof drawn === 'string' ? drawn : drawn()
}

export type Answer =
  /** A page. With 409, 422 and 429 what the handler wrote is rolled back, unless `keep` (a failed sign-in is counted). */
  | {
      readonly kind: 'page'
      readonly status: 200 | 409 | 422 | 429
      readonly html: Drawn
      readonly seen: Seen
      readonly keep?: boolean
      readonly cookies?: readonly Cookie[]
    }
  /** A redirect after something was done. */
  | {
      readonly kind: 'go'
      readonly to: string
      readonly seen?: Seen
      readonly cookies?: readonly Cookie[]
      /** The browser forgets whatever it kept of us besides cookies: at signing out. */
      readonly forget?: boolean
    }
  /** A file to keep. */
  | {
      readonly kind: 'file'
      readonly name: string
      readonly type: string
      readonly body: string | Buffer | Readable
      readonly seen: Seen
    }
  | { readonly kind: 'json'; readonly body: unknown; readonly seen: Seen }
  /** A script at an address of its own, for a worker: it may only keep what lies under that address. */
  | { readonly kind: 'script'; readonly body: string; readonly seen: Seen }
  /** There is nothing here for this visitor: not found and not allowed are one page. `why` goes to the audit only. */
  | { readonly kind: 'nothing'; readonly why: string; readonly about?: readonly string[] }

/** One line of the register. */
export type Route<Permission extends string, Visitor> = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly guard: Guard<Permission>
  /** The event written for this request (`record.viewed`), or why none is. */
  readonly audit: string | { readonly none: string }
  readonly params: ZodType
  readonly query: ZodType
  readonly takesUpload: boolean
  readonly answer: (ask: Ask<Visitor, never, never>) => Promise<Answer> | Answer
}

type Line<Permission extends string, Params, Query> = Guard<Permission> & {
  readonly audit: string | { readonly none: string }
  readonly params?: ZodType<Params>
  readonly query?: ZodType<Query>
  readonly upload?: true
}

/** The two ways to enter a line in the register, bound to the house's permissions and visitors. */
export type Register<Permission extends string, Visitor> = {
  get<Params = Empty, Query = Empty>(
    path: string,
    line: Line<Permission, Params, Query>,
    answer: Answering<Visitor, Params, Query>,
  ): Route<Permission, Visitor>
  post<Params = Empty, Query = Empty>(
    path: string,
    line: Line<Permission, Params, Query>,
    answer: Answering<Visitor, Params, Query>,
  ): Route<Permission, Visitor>
}

type Empty = Readonly<Record<never, never>>
type Answering<Visitor, Params, Query> = (ask: Ask<Visitor, Params, Query>) => Promise<Answer> | Answer

/**
 * A register for one house.
 * @param empty the schema of a line without parameters (zod stays at the edge)
 */
export function openRegister<Permission extends string, Visitor>(empty: ZodType): Register<Permission, Visitor> {
  const enter =
    (method: 'GET' | 'POST') =>
    <Params, Query>(
      path: string,
      line: Line<Permission, Params, Query>,
      answer: Answering<Visitor, Params, Query>,
    ): Route<Permission, Visitor> => ({
      method,
      path,
      guard: guardOf(line),
      audit: line.audit,
      params: line.params ?? empty,
      query: line.query ?? empty,
      takesUpload: line.upload === true,
      // Params and Query are what the schemas beside them give: the pair is checked where the line is entered.
      answer: answer as Route<Permission, Visitor>['answer'],
    })
  return { get: enter('GET'), post: enter('POST') }
}

function guardOf<Permission extends string>(line: Guard<Permission>): Guard<Permission> {
  if ('permission' in line) return { permission: line.permission }
  return 'open' in line ? { open: true, why: line.why } : { halfWay: true, why: line.why }
}

/** A page that was shown. */
export function page(html: Drawn, seen: Seen = {}): Answer {
  return { kind: 'page', status: 200, html, seen }
}

/** The same page again with what is wrong; nothing of what the handler wrote is kept. */
export function again(html: Drawn, seen: Seen = {}, status: 409 | 422 | 429 = 422): Answer {
  return { kind: 'page', status, html, seen }
}

/** On to another page after something was done. */
export function go(to: string, more: { seen?: Seen; cookies?: readonly Cookie[]; forget?: boolean } = {}): Answer {
  return { kind: 'go', to, ...more }
}

/** Nothing here for this visitor. */
export function nothing(why: string, about: readonly string[] = []): Answer {
  return { kind: 'nothing', why, about }
}
