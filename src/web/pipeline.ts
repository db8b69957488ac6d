/**
 * What happens to every request, in this order: who asks, may they, is the form ours, does the address make sense, one
 * transaction for the handler and its audit event, commit, and only then the first byte.
 */
import { setImmediate as sent } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isSerializationFailure } from '#ground/database/trouble.ts'
import type { Acting, Tx } from '#ground/database/tx.ts'
import type { Log } from '#ground/log.ts'
import { localAddress } from './back-to.ts'
import { type Spoken, spokenBy } from './language.ts'
import { type Answer, type Ask, type Cookie, type Guard, type Route, textOf, type Upload } from './register.ts'

/** How an event is written down; the house gives it the audit room's way. */
export type Recorded = {
  readonly action: string
  readonly outcome: 'done' | 'refused' | 'invalid' | 'failed'
  readonly about: readonly string[]
  readonly target?: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** What may go wrong with a request that is nobody's business in particular. */
export type Trouble = 'trouble' | 'full' | 'tooMany' | 'busy' | 'notTaken'

/** Of somebody who looks through another's eyes: the page is shown and what it wrote undone, or it is not for looking at. */
export type Looking = 'shown' | 'refused'

/** What the pipeline asks of the house: everything it does not know itself. */
export type Host<Permission extends string, Visitor> = {
  readonly log: Log
  identify(cookies: Readonly<Record<string, string | undefined>>, spoken: Spoken): Promise<Visitor>
  /** `sign-in`: nobody yet. `half-way`: the second step or the choice is still to come; where to go on. */
  admit(visitor: Visitor, guard: Guard<Permission>): 'yes' | 'no' | { readonly go: string }
  /** Whether this visitor only looks, through somebody else's eyes, and what then becomes of a line of the register. */
  lookingOnly?(
    visitor: Visitor,
    route: Pick<Route<Permission, Visitor>, 'method' | 'path' | 'guard'>,
  ): Looking | undefined
  formIsOurs(
    visitor: Visitor,
    cookies: Readonly<Record<string, string | undefined>>,
    body: Readonly<Record<string, unknown>>,
  ): boolean
  acting(visitor: Visitor, requestId: string): Acting
  transaction<T>(acting: Acting, work: (tx: Tx) => Promise<T>): Promise<T>
  record(tx: Tx, event: Recorded): Promise<void>
  /**
   * What a page that is asked for shows of the visitor besides, such as counts; asked inside the request's transaction, so
   * that it tells no more than the visitor may know. Pages for what is not there never ask it: they are the same bytes.
   */
  furnish?(tx: Tx, visitor: Visitor, path: string): Promise<Visitor>
  /**
   * Where there is nothing: the parts of the address that lead elsewhere by now, for this visitor. An old address then leads
   * there, with a form that was on its way; for anybody else there is nothing, as always.
   */
  moved?(tx: Tx, params: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, string>> | undefined>
  /** The page for not found and not allowed: the same bytes but the request id. */
  nothingPage(visitor: Visitor, requestId: string): string
  stalePage(visitor: Visitor, requestId: string): string
  /** To somebody who only looks and wanted to save something. */
  lookingPage?(visitor: Visitor, requestId: string): string
  /** Trouble may be that nobody can be identified, so this one knows of the visitor what the request itself says. */
  troublePage(spoken: Spoken, requestId: string, kind?: Trouble): string
  readonly secureCookies: boolean
}

/** Carries an answer out of a transaction that is to be rolled back. */
class RolledBack extends Error {
  constructor(readonly answer: Answer) {
    super('rolled back')
  }
}

/** Carries an address out of a transaction that is to be rolled back: what was asked for has another one by now. */
class Moved extends Error {
  constructor(
    readonly params: Readonly<Record<string, string>>,
    readonly answer: Extract<Answer, { kind: 'nothing' }>,
  ) {
    super('moved')
  }
}

/** Answers one request by one line of the register. */
export async function answerRequest<Permission extends string, Visitor>(
  host: Host<Permission, Visitor>,
  route: Route<Permission, Visitor>,
  request: FastifyRequest,
  reply: FastifyReply,
  read: () => Promise<{ body: Readonly<Record<string, unknown>>; upload: Upload | undefined }>,
): Promise<FastifyReply> {
  const visitor = await host.identify(request.cookies, spokenIn(request))
  const admitted = host.admit(visitor, route.guard)
  if (typeof admitted === 'object') return reply.redirect(admitted.go, 303)
  if (admitted === 'no') return sendNothing(host, route, visitor, request, reply, 'permission', [])
  const looking = host.lookingOnly?.(visitor, route)
  if (looking === 'refused') {
    await note(host, route, visitor, request.id, { outcome: 'refused', about: [], payload: { why: 'only-looking' } })
    const only = host.lookingPage ?? host.nothingPage
    return reply.status(403).type('text/html; charset=utf-8').send(only(visitor, request.id))
  }
  // Only now: a stranger's upload is never read.
  const posted = await read()
  if (route.method === 'POST' && !host.formIsOurs(visitor, request.cookies, posted.body)) {
    await note(host, route, visitor, request.id, { outcome: 'refused', about: [], payload: { why: 'form-not-ours' } })
    return reply.status(403).type('text/html; charset=utf-8').send(host.stalePage(visitor, request.id))
  }
  const params = route.params.safeParse(request.params)
  const query = route.query.safeParse(request.query)
  if (!params.success || !query.success) return sendNothing(host, route, visitor, request, reply, 'address', [])
  const ask = {
    visitor,
    params: params.data as never,
    query: query.data as never,
    ...posted,
    requestId: request.id,
    address: request.ip,
    cookies: request.cookies,
    path: request.url,
    cameFrom: pageBefore(request),
  }
  const once = () =>
    host.transaction(host.acting(visitor, request.id), async tx => {
      const inside = await answerInside(host, route, { ...ask, tx })
      if (looking === 'shown') throw new RolledBack(inside)
      return inside
    })
  const answer = await once()
    // Two requests were in each other's way: this one was undone whole, and is asked once more.
    .catch((trouble: unknown) => (isSerializationFailure(trouble) ? once() : Promise.reject(trouble)))
    .catch((trouble: unknown) => {
      if (trouble instanceof RolledBack) return trouble.answer
      if (trouble instanceof Moved) return trouble
      throw trouble
    })
  if (answer instanceof Moved) return sendOn(host, route, visitor, request, reply, answer)
  if (answer.kind === 'nothing')
    return sendNothing(host, route, visitor, request, reply, answer.why, answer.about ?? [])
  if (answer.kind === 'page' && answer.status !== 200 && !answer.keep)
    await note(host, route, visitor, request.id, {
      outcome: 'invalid',
      about: answer.seen.about ?? [],
      payload: answer.seen.payload ?? {},
    })
  else if (looking === 'shown') await noteLook(host, route, visitor, request.id, answer)
  return send(host, reply, answer)
}

/** The path of the page that led here, where the browser says it and it is one of ours. */
function pageBefore(request: FastifyRequest): string | undefined {
  const { referer } = request.headers
  if (referer === undefined || !URL.canParse(referer)) return undefined
  const { host, pathname } = new URL(referer)
  return host === request.host ? localAddress(pathname) : undefined
}

/** That somebody looked through another's eyes is kept, as everything else of it is not. */
async function noteLook<Permission extends string, Visitor>(
  host: Host<Permission, Visitor>,
  route: Route<Permission, Visitor>,
  visitor: Visitor,
  requestId: string,
  answer: Exclude<Answer, { kind: 'nothing' }>,
): Promise<void> {
  const { about = [], payload = {}, target } = answer.seen ?? {}
  const named = target === undefined ? {} : { target }
  await note(host, route, visitor, requestId, { outcome: 'done', about, payload, ...named })
}

async function answerInside<Permission extends string, Visitor>(
  host: Host<Permission, Visitor>,
  route: Route<Permission, Visitor>,
  ask: Ask<Visitor, never, never>,
): Promise<Answer> {
  const isAsked = route.method === 'GET' && 'permission' in route.guard
  const visitor = isAsked && host.furnish ? await host.furnish(ask.tx, ask.visitor, route.path) : ask.visitor
  const answer = await route.answer({ ...ask, visitor })
  if (answer.kind === 'nothing') {
    const params = await host.moved?.(ask.tx, ask.params)
    throw params === undefined ? new RolledBack(answer) : new Moved(params, answer)
  }
  if (answer.kind === 'page' && answer.status !== 200 && !answer.keep) throw new RolledBack(answer)
  // A view is always written here. A change writes its own event, with what changed; one that wrote none is caught.
  const unwritten = ask.tx.recorded.count === 0
  if (typeof route.audit !== 'string' || (route.method !== 'GET' && !unwritten)) return drawn(answer)
  const seen = answer.seen ?? {}
  const written = host.record(ask.tx, {
    action: route.audit,
    outcome: answer.kind === 'page' && answer.status !== 200 ? 'invalid' : 'done',
    about: seen.about ?? [],
    ...(seen.target === undefined ? {} : { target: seen.target }),
    payload: seen.payload ?? {},
  })
  // The page is drawn while the database writes. Should both fail, the page's trouble is told; neither is passed over.
  written.catch(() => {})
  await sent()
  const whole = drawn(answer)
  await written
  return whole
}

/** A page with its text. Trouble in drawing undoes the transaction like any other. */
function drawn(answer: Answer): Answer {
  return answer.kind === 'page' ? { ...answer, html: textOf(answer.html) } : answer
}

function send<Permission extends string, Visitor>(
  host: Host<Permission, Visitor>,
  reply: FastifyReply,
  answer: Exclude<Answer, { kind: 'nothing' }>,
): FastifyReply {
  if (answer.kind === 'page' || answer.kind === 'go')
    for (const cookie of answer.cookies ?? []) setCookie(reply, cookie, host.secureCookies)
  switch (answer.kind) {
    case 'page':
      return reply.status(answer.status).type('text/html; charset=utf-8').send(textOf(answer.html))
    case 'go':
      if (answer.forget) void reply.header('clear-site-data', '"storage"')
      return reply.redirect(answer.to, 303)
    case 'file':
      return reply
        .type(answer.type)
        .header('content-disposition', `attachment; filename="${answer.name.replaceAll(/[^\w.-]/g, '-')}"`)
        .send(answer.body)
    case 'json':
      return reply.send(answer.body)
    case 'script':
      return reply.type('text/javascript; charset=utf-8').send(answer.body)
    default:
      return answer satisfies never
  }
}

/** On to the address of now; 307 asks a browser to send a form there as it was. */
async function sendOn<Permission extends string, Visitor>(
  host: Host<Permission, Visitor>,
  route: Route<Permission, Visitor>,
  visitor: Visitor,
  request: FastifyRequest,
  reply: FastifyReply,
  moved: Moved,
): Promise<FastifyReply> {
  const payload = { why: 'moved', path: request.url.split('?')[0] }
  await note(host, route, visitor, request.id, { outcome: 'refused', about: moved.answer.about ?? [], payload })
  const params = { ...(request.params as Record<string, string>), ...moved.params }
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const asked = request.url.indexOf('?')
  return reply.redirect(path + (asked < 0 ? '' : request.url.slice(asked)), route.method === 'GET' ? 303 : 307)
}

async function sendNothing<Permission extends string, Visitor>(
  host: Host<Permission, Visitor>,
  route: Route<Permission, Visitor>,
  visitor: Visitor,
  request: FastifyRequest,
  reply: FastifyReply,
  why: string,
  about: readonly string[],
): Promise<FastifyReply> {
  await note(host, route, visitor, request.id, {
    outcome: 'refused',
    about,
    payload: { why, path: request.url.split('?')[0] },
  })
  return reply.status(404).type('text/html; charset=utf-8').send(host.nothingPage(visitor, request.id))
}

/** Writes an event in a transaction of its own: the rollback of the request must not erase it. */
async function note<Permission extends string, Visitor>(
  host: Host<Permission, Visitor>,
  route: Route<Permission, Visitor>,
  visitor: Visitor,
  requestId: string,
  event: Omit<Recorded, 'action'>,
): Promise<void> {
  const action = typeof route.audit === 'string' ? route.audit : refusalOf(route, event)
  if (action === undefined) return
  await host.transaction(host.acting(visitor, requestId), tx => host.record(tx, { action, ...event }))
}

/** A page whose showing is not worth an event: that somebody without the permission asked for it is. */
function refusalOf<Permission extends string, Visitor>(
  route: Route<Permission, Visitor>,
  event: Omit<Recorded, 'action'>,
): string | undefined {
  return 'permission' in route.guard && event.outcome === 'refused' ? 'page.refused' : undefined
}

/** What a request says of languages. */
export function spokenIn(request: FastifyRequest): Spoken {
  return spokenBy(request.cookies, request.headers['accept-language'])
}

/** Session cookies: never readable by scripts, never sent from other sites, only over TLS where there is TLS. */
export function setCookie(reply: FastifyReply, cookie: Cookie, secure: boolean): void {
  void reply.setCookie(cookie.name, cookie.value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    ...(cookie.maxAgeSeconds === null ? {} : { maxAge: cookie.maxAgeSeconds }),
  })
}
