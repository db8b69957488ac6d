/** The door of the notices room. */
export { markRead, sendNotice } from './actions.ts'
export { listWaiting, type Notice } from './store.ts'
