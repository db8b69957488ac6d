/**
 * Keeps the notebook's page and what it is drawn with, for where there is no signal: those and nothing else, none of which says anything about anybody. The
 * server puts the list before this text, so that the worker is another one whenever any of it is.
 */
declare const KEPT: readonly string[]
type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Fetching = Event & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type OwnWorker = EventTarget & { skipWaiting(): Promise<void>; readonly clients: { claim(): Promise<void> } }

const worker = globalThis as unknown as OwnWorker
const PREFIX = 'notebook-'
const NAME = PREFIX + KEPT.join('|')

worker.addEventListener('install', event => {
  const keep = async () => {
    const kept = await caches.open(NAME)
    await kept.addAll(KEPT.map(path => new Request(path, { cache: 'no-cache' })))
    await worker.skipWaiting()
  }
  ;(event as Extendable).waitUntil(keep())
})

worker.addEventListener('activate', event => {
  const tidy = async () => {
    const names = await caches.keys()
    await Promise.all(names.filter(name => name.startsWith(PREFIX) && name !== NAME).map(name => caches.delete(name)))
    await worker.clients.claim()
  }
  ;(event as Extendable).waitUntil(tidy())
})

worker.addEventListener('fetch', event => {
  const { request, respondWith } = event as Fetching
  const { pathname, origin } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || !KEPT.includes(pathname)) return
  // What is kept goes first: a weak signal must not make anybody wait for a page that is here.
  const answer = async () => (await (await caches.open(NAME)).match(pathname, { ignoreVary: true })) ?? fetch(request)
  respondWith.call(event, answer())
})
