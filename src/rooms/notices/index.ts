/** The door of the notices room. */
export { markRead, sendNotice } from './actions.ts'
export { listUnsent, listWaiting, markSent, type Notice, type OutboxMessage, putAway } from './store.ts'
