/** Fastify with the register on it: headers, limits, assets, health, and the pipeline for every line. */
import { randomBytes } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance } from 'fastify'
import { isDiskFull } from '#ground/database/trouble.ts'
import { placeOf } from '#ground/log.ts'
import { BUSY } from './busy.ts'
import { openGate } from './gate.ts'
import { guardingHeaders } from './guarding.ts'
import { languageChosen, languageCookie } from './language.ts'
import { answerRequest, type Host, setCookie, spokenIn } from './pipeline.ts'
import type { Route } from './register.ts'
import { readMultipart } from './upload.ts'

export type Serving = {
  /** Where the built assets lie (`dist/assets`). */
  readonly assets: string
  /** Behind TLS: cookies are Secure, HSTS is sent. */
  readonly tls: boolean
  /** Addresses of proxies before us that may say where a request came from; false when there is none. */
  readonly proxies: string | false
  readonly uploadBytes: number
  readonly version: string
  /** Told of every answer: for counting. The pattern of the address, never the address. */
  readonly answered?: ((answer: Answer) => void) | undefined
  /** True when the database answers. */
  ready(): Promise<boolean>
}

/** One request and how it was answered. */
export type Answer = {
  readonly method: string
  /** The pattern of the address, or "none" where no line of the register fits. */
  readonly route: string
  readonly status: number
  readonly seconds: number
}

/**
 * Builds the server; nothing listens yet.
 * @param routes the whole register: no other address exists but /health, /assets and /favicon.ico
 */
export async function buildServer<Permission extends string, Visitor>(
  host: Host<Permission, Visitor>,
  routes: readonly Route<Permission, Visitor>[],
  serving: Serving,
): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    genReqId: newRequestId,
    trustProxy: serving.proxies,
    bodyLimit: 1_048_576,
    requestTimeout: 120_000,
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
  })
  const guards = guardingHeaders(serving.tls)
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(guards)
    done()
  })
  await app.register(cookie)
  await app.register(formbody, { bodyLimit: 1_048_576 })
  await app.register(multipart, {
    // A file that is too large is told at its field, with the rest of the form kept: it is cut off, not thrown.
    throwFileSizeLimit: false,
    limits: { fileSize: serving.uploadBytes, files: 1, fields: 100, fieldSize: 65_536, parts: 110 },
  })
  await app.register(compress, {
    global: true,
    threshold: 1024,
    // A page is compressed in one go: the native part of a stream keeps its answer alive past the quick collections of garbage, which copy it then
    // (of a record 10 MB at each of them, 7.5 in one go). What is larger than any page of ours is streamed.
    syncThreshold: 2_097_152,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 1 } },
  })
  await app.register(rateLimit, { global: false })
  await app.register(fastifyStatic, {
    root: serving.assets,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    index: false,
  })

  // A link and no form: it works where a page has no form token, and all that changes is a cookie of this browser. Nothing keeps
  // the answer, and what it leads to is the address that was asked for.
  app.addHook('onRequest', async (request, reply) => {
    const chosen = languageChosen(request.method, request.url)
    if (chosen === undefined) return
    setCookie(reply, languageCookie(chosen.language), host.secureCookies)
    return reply.redirect(chosen.to, 303)
  })
  app.addHook('onSend', async (request, reply) => {
    // Nothing about a person may lie in a shared cache or behind the back button after signing out.
    if (!request.url.startsWith('/assets/')) {
      void reply.header('cache-control', 'no-store')
      void reply.header('vary', varyWith(reply.getHeader('vary')))
    }
    void reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, never the address: an address may hold a name somebody searched for.
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    const status = reply.statusCode
    host.log.info({ request: request.id, method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10 })
    serving.answered?.({ method, route, status, seconds: reply.elapsedTime / 1000 })
  })

  app.get('/health', async (_request, reply) => {
    const ready = await serving.ready().catch(() => false)
    return reply.status(ready ? 200 : 503).send({ live: true, ready, version: serving.version })
  })
  app.get('/favicon.ico', async (_request, reply) => reply.status(204).send())

  const gate = openGate(TRIES_AT_ONCE)
  for (const route of routes) addRoute(app, host, route, gate)

  app.setNotFoundHandler(async (request, reply) => {
    const visitor = await host.identify(request.cookies, spokenIn(request))
    return reply.status(404).type('text/html; charset=utf-8').send(host.nothingPage(visitor, request.id))
  })
  app.setErrorHandler(
    async (
      trouble: { statusCode?: number; code?: string; name?: string; message?: string; stack?: string },
      request,
      reply,
    ) => {
      const isClients = trouble.statusCode !== undefined && trouble.statusCode >= 400 && trouble.statusCode < 500
      const isFull = isDiskFull(trouble)
      const isBusy = trouble.statusCode === BUSY
      const status = isClients ? (trouble.statusCode ?? 400) : isFull ? 507 : isBusy ? BUSY : 500
      if (isBusy) reply.header('retry-after', '10')
      // The message may quote what was typed, so only its kind and place are logged.
      if (!isClients)
        host.log.error({
          request: request.id,
          route: request.routeOptions.url,
          kind: trouble.name,
          code: trouble.code,
          at: placeOf(trouble.stack),
        })
      const kind = isFull ? 'full' : isBusy ? 'busy' : status === 429 ? 'tooMany' : isClients ? 'notTaken' : 'trouble'
      return reply
        .status(status)
        .type('text/html; charset=utf-8')
        .send(host.troublePage(spokenIn(request), request.id, kind))
    },
  )
  return app
}

/**
 * Before sign-in a try costs a slow hash, for which it holds a connection of the database. When everybody signs in at nine, so many
 * at a time are as fast as all at once, and leave connections for those who are in.
 */
const TRIES_AT_ONCE = 4

function addRoute<Permission extends string, Visitor>(
  app: FastifyInstance,
  host: Host<Permission, Visitor>,
  route: Route<Permission, Visitor>,
  gate: ReturnType<typeof openGate>,
): void {
  // Before sign-in every try may cost a slow hash: addresses are held to a rate that a whole office does not reach.
  const guarded = route.method === 'POST' && !('permission' in route.guard)
  app.route({
    method: route.method,
    url: route.path,
    ...(guarded ? { config: { rateLimit: { max: 300, timeWindow: 60_000 } } } : {}),
    handler: async (request, reply) => {
      if (!request.isMultipart()) {
        const answer = () =>
          answerRequest(host, route, request, reply, async () => ({
            body: plainBody(request.body),
            upload: undefined,
          }))
        return guarded ? gate(answer) : answer()
      }
      if (!route.takesUpload)
        return reply
          .status(415)
          .type('text/html; charset=utf-8')
          .send(host.troublePage(spokenIn(request), request.id, 'notTaken'))
      let discard = async (): Promise<void> => {}
      try {
        return await answerRequest(host, route, request, reply, async () => {
          const posted = await readMultipart(request)
          discard = posted.discard
          return {
            body: posted.tooLarge ? { ...posted.body, 'upload-too-large': 'yes' } : posted.body,
            upload: posted.upload,
          }
        })
      } finally {
        await discard()
      }
    },
  })
}

function plainBody(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

/** Pages are another one for another cookie or language, besides what was said before. */
function varyWith(before: unknown): string {
  return [before, 'cookie', 'accept-language'].filter(part => typeof part === 'string').join(', ')
}

/** Ten letters and digits people can read out: `7KQ4-WX9P-M2`. */
function newRequestId(): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
  const text = Array.from(randomBytes(10), byte => letters[byte % letters.length]).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}
