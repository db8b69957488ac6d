/** What this browser keeps of us besides cookies, for where there is no signal; and how it is forgotten. */

/** The one database, and the store in it of what was not sent yet. */
export const KEPT_DATABASE = 'connexions-offline'
export const UNSENT = 'unsent'
/** Another tab may hold it open; nobody waits for that longer. */
const LONGEST_MS = 2000

/** How many things wait to be sent. None where nothing was ever kept; it makes no database by asking. */
export function countUnsent(): Promise<number> {
  return new Promise((found, failed) => {
    const opening = indexedDB.open(KEPT_DATABASE)
    let isNew = false
    opening.addEventListener('upgradeneeded', () => {
      isNew = true
      opening.transaction?.abort()
    })
    opening.addEventListener('error', () => (isNew ? found(0) : failed(opening.error)))
    opening.addEventListener('success', () => {
      const database = opening.result
      const count = database.transaction(UNSENT).objectStore(UNSENT).count()
      count.addEventListener('success', () => {
        database.close()
        found(count.result)
      })
      count.addEventListener('error', () => failed(count.error))
    })
  })
}

/** Forgets all of it: databases, kept pages, and the workers that kept them. Other tabs are told, by a channel of the database's name. */
export async function forgetKept(): Promise<void> {
  const dropped = new Promise<void>(done => {
    const dropping = indexedDB.deleteDatabase(KEPT_DATABASE)
    for (const end of ['success', 'error']) dropping.addEventListener(end, () => done())
    setTimeout(done, LONGEST_MS)
  })
  const names = 'caches' in globalThis ? await caches.keys() : []
  const workers = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistrations() : []
  await Promise.all([
    dropped,
    ...names.map(name => caches.delete(name)),
    ...workers.map(registration => registration.unregister()),
  ])
  if ('BroadcastChannel' in globalThis) new BroadcastChannel(KEPT_DATABASE).postMessage('forgotten')
}
