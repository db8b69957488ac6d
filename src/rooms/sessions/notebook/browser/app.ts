/** The notebook on a device: what is known of it, and what is done with it. */
import { dayOf, type Instant, toInstant } from '#ground/clock.ts'
import { KEPT_DATABASE } from '#web/browser/kept.ts'
import { addError } from '#web/form/form.ts'
import { checkContact, TROUBLE_AT } from '../../rules.ts'
import { en as contactWords } from '../../words.ts'
import { noteContent, noteForm } from '../forms.ts'
import { LOCK_AFTER_MS, MOST_TRIES, readable, wordsTrouble } from '../rules.ts'
import { device } from '../words.ts'
import { CASELOAD, holdNotebook } from './held.ts'
import { type Box, changeBox, countRows, dropAll, Gone, putBox, readBox } from './keep.ts'
import type { Caseload, Note } from './note.ts'
import { flush } from './sending.ts'
import { type Doing, EMPTY_TAKE, EMPTY_UNLOCK, NOTHING, NOTHING_OPEN, type Shown, type View } from './state.ts'
import { askHalf, askStanding, bringUpToDate, endPack, takeAlong } from './talk.ts'
import { makeLocks, openByHalf, openByWords, seal } from './vault.ts'
import { asTyped, freshNote, viewToWrite } from './writing.ts'

const LOOK_EVERY_MS = 10_000
const SAVE_AFTER_MS = 700
/** Notes that wait are tried again each so many looks. */
const SEND_EVERY = 6

const now = (): Instant => toInstant(new Date().toISOString())

/**
 * Starts the notebook on this page.
 * @param draw draws all of it; `isMoved` when another page of it is shown
 */
export async function startNotebook(draw: (shown: Shown, doing: Doing, isMoved: boolean) => void): Promise<void> {
  let usedAt = Date.now()
  let saving = 0
  let isSending = false
  const held = holdNotebook((shown, isMoved) => draw(shown, doing, isMoved))
  const { put, putNote, dropNote, findNote, putCaseload, readAll, wipeCaseload, tidy, shut } = held

  /** Asks the server how it stands, and does what follows from the answer. */
  async function check(): Promise<void> {
    const answer = await askStanding(held.shown.box?.token)
    const standing = answer === 'not-taken' ? 'unreachable' : answer
    put({ standing })
    if (standing === 'unreachable' || held.shown.box === undefined) return
    if (standing.who === 'other') {
      await lock()
      await wipeCaseload(device.otherHere)
    } else if (standing.pack === 'over') await wipeCaseload(device.ended)
  }

  async function expire(): Promise<void> {
    if (held.shown.box && readable(held.shown.box, now()) === 'over') await wipeCaseload(device.expired)
  }

  async function openWith(found: CryptoKey, token: string): Promise<void> {
    held.key = found
    usedAt = Date.now()
    const box = await changeBox(token, () => ({ tries: 0 }))
    held.shown = { ...held.shown, box, unlock: EMPTY_UNLOCK, said: [] }
    await readAll()
    // Wiped or signed out of meanwhile, in another tab.
    if (held.key !== found) return
    put({ view: { at: 'open' } })
    await sendAll()
    await refresh(false)
  }

  /** The names are gone from the screen first; what was being written is kept with the key it began with. */
  async function lock(): Promise<void> {
    if (held.key === undefined) return
    const keeping = saveDraft()
    held.key = undefined
    put({ ...NOTHING_OPEN, said: [], unlock: EMPTY_UNLOCK, view: { at: 'locked' } })
    await keeping
    put({})
  }

  const standingHere = () => (held.shown.standing === 'unreachable' ? undefined : held.shown.standing)
  const csrfHere = () => (standingHere()?.who === 'same' ? (standingHere()?.csrf ?? undefined) : undefined)

  async function refresh(isAsked: boolean): Promise<void> {
    const csrf = csrfHere()
    if (held.key === undefined || held.shown.box?.pack == null || csrf === undefined) return
    const before = held.shown.caseload?.people ?? []
    const taken = await bringUpToDate(csrf, held.shown.box.token)
    if (taken === 'unreachable' || taken === 'not-taken') return
    if (!(await putCaseload({ people: taken.people, ring: taken.ring }))) return
    const still = new Set(taken.people.map(one => one.personId))
    const left = before.filter(one => !still.has(one.personId)).map(one => one.name)
    put({
      said: [...(isAsked ? [device.refreshed] : held.shown.said), ...(left.length > 0 ? [device.gone(left)] : [])],
    })
  }

  /** Sends what is ready; whoever is gone by what the server says is in the caseload no more. */
  async function sendAll(): Promise<void> {
    if (isSending || held.key === undefined) return
    isSending = true
    try {
      await check()
      const csrf = csrfHere()
      if (csrf === undefined || held.shown.box === undefined || held.key === undefined) return
      const { token } = held.shown.box
      const ids = held.shown.notes.map(one => one.id)
      const count = await flush(ids, {
        ...{ csrf, token, dropNote, find: findNote },
        putNote: async note => {
          const isPut = await putNote(note)
          put({})
          return isPut
        },
        kept: (note, contactId) => {
          if (held.key !== undefined)
            held.shown = { ...held.shown, sent: [...held.shown.sent, { name: note.name, contactId }] }
        },
        refused: async note => {
          if (held.shown.caseload === undefined) return
          const people = held.shown.caseload.people.filter(one => one.personId !== note.personId)
          await putCaseload({ ...held.shown.caseload, people })
        },
      })
      put(count > 0 ? { said: [device.sent(count)] } : {})
      await tidy()
    } finally {
      isSending = false
    }
  }

  /** Notes that wait are sent by whoever wrote them being signed in, without the notebook being opened. */
  async function sendLocked(): Promise<void> {
    const csrf = csrfHere()
    if (csrf === undefined || held.shown.box === undefined || held.shown.unsent === 0 || held.key !== undefined) return
    const answer = await askHalf(csrf, held.shown.box.token)
    if (typeof answer === 'string' || held.shown.box === undefined) return
    const found = await openByHalf(held.shown.box, answer.half)
    if (found === undefined || held.key !== undefined) return
    held.key = found
    try {
      await readAll()
      await sendAll()
    } finally {
      // Somebody may have opened it meanwhile.
      if (held.key === found && (held.shown.view.at === 'locked' || held.shown.view.at === 'throw-all')) {
        held.key = undefined
        put(NOTHING_OPEN)
      }
    }
    await tidy()
  }

  function noteTyped(fields: Note['fields']): void {
    if (held.shown.view.at === 'write')
      held.shown = { ...held.shown, view: { ...held.shown.view, note: { ...held.shown.view.note, fields } } }
  }

  async function saveDraft(): Promise<void> {
    window.clearTimeout(saving)
    if (held.shown.view.at === 'write' && Object.keys(held.shown.view.note.fields).length > 0)
      await putNote(held.shown.view.note)
  }

  /** Shows a page; none of what is open where it was locked meanwhile. */
  function show(view: View): void {
    if (held.key !== undefined || view.at === 'locked' || view.at === 'throw-all') put({ view, said: [] })
  }

  const doing: Doing = {
    take: (words, again) => run(async () => take(words, again)),
    unlock: words => run(async () => unlock(words)),
    openBySignIn: () =>
      run(async () => {
        await check()
        const csrf = csrfHere()
        const answer = csrf && held.shown.box ? await askHalf(csrf, held.shown.box.token) : undefined
        if (answer === undefined || typeof answer === 'string' || held.shown.box === undefined) return
        const { box } = held.shown
        const found = await openByHalf(box, answer.half)
        if (found) await openWith(found, box.token)
      }),
    lock: () => run(lock),
    refresh: () =>
      run(async () => {
        await check()
        await refresh(true)
      }),
    send: () => run(sendAll),
    retry: () => run(check),
    show,
    write: about =>
      run(async () => {
        if (!('fields' in about)) return show(viewToWrite(freshNote(about, now()), dayOf(now())))
        const note = await findNote(about.id)
        if (note === undefined) return readAnew()
        // Sent while its page was drawn: until there is an answer it is not changed.
        if (note.standing === 'sending') return show({ at: 'read', note })
        const draft: Note = { ...note, standing: 'draft', isAsked: note.isAsked || note.standing === 'asks' }
        await putNote(draft)
        show(viewToWrite(draft, dayOf(now())))
      }),
    typed: fields => {
      window.clearTimeout(saving)
      noteTyped(fields)
      saving = window.setTimeout(() => run(saveDraft), SAVE_AFTER_MS)
    },
    finish: fields => run(async () => finish(fields)),
    leave: fields =>
      run(async () => {
        noteTyped(fields)
        await saveDraft()
        show({ at: 'open' })
      }),
    sendAgain: note =>
      run(async () => {
        await putNote({ ...note, standing: note.standing === 'sending' ? 'sending' : 'ready' })
        show({ at: 'open' })
        await sendAll()
      }),
    throwAway: note =>
      run(async () => {
        window.clearTimeout(saving)
        await dropNote(note.id)
        show({ at: 'open' })
        await tidy()
      }),
    throwAll: () =>
      run(async () => {
        const csrf = csrfHere()
        if (held.shown.box === undefined) return
        const { token } = held.shown.box
        const left = await dropAll(token, held.shown.unsent)
        if (left > 0) return put({ unsent: left, said: [device.throwMore], view: { at: 'throw-all' } })
        shut()
        if (csrf !== undefined) await endPack(csrf, token)
        await check()
      }),
  }

  async function take(words: string, again: string): Promise<void> {
    const trouble = wordsTrouble(words)
    const faulty = trouble ? addError(EMPTY_TAKE, device.wordsTroubles[trouble], 'words') : EMPTY_TAKE
    const form = trouble || words === again ? faulty : addError(EMPTY_TAKE, device.wordsDiffer, 'again')
    put({ take: form, said: [] })
    if (form.errors.length > 0) return
    await check()
    if ((await readBox()) !== undefined) return standsAlready()
    const csrf = csrfHere()
    const taken = csrf === undefined ? 'not-taken' : await takeAlong(csrf)
    if (taken === 'unreachable' || taken === 'not-taken') return put({ said: [device.nothingTaken] })
    const made = await makeLocks(words, taken.half)
    const caseload: Caseload = { people: taken.people, ring: taken.ring }
    const pack = await seal(made.key, CASELOAD, caseload)
    const { token, takenAt, until } = taken
    await navigator.storage?.persist?.().catch(() => false)
    const box: Box = { ...made.locks, token, takenAt, until, tries: 0, pack }
    if (!(await putBox(box))) {
      // What is on no device does not stand at the desk.
      if (csrf !== undefined) await endPack(csrf, token)
      return standsAlready()
    }
    held.key = made.key
    usedAt = Date.now()
    const standing = { pack: 'live', who: 'same', csrf: csrf ?? null } as const
    put({ ...NOTHING, box, caseload, standing, take: EMPTY_TAKE, view: { at: 'open' } })
  }

  /** Another tab took the caseload along meanwhile: that is the notebook of this device. */
  async function standsAlready(): Promise<void> {
    if (held.key !== undefined) return
    await start()
    put({ take: EMPTY_TAKE, said: [held.shown.box === undefined ? device.nothingTaken : device.already] })
  }

  async function unlock(words: string): Promise<void> {
    if (held.shown.box === undefined) return
    if (words.trim() === '') return put({ unlock: addError(EMPTY_UNLOCK, device.unlockMissing, 'words') })
    if (readable(held.shown.box, now()) === 'behind')
      return put({ unlock: addError(EMPTY_UNLOCK, device.behind, 'words') })
    // Counted before it is tried, so that a page that is shut meanwhile has used it up.
    const box = await changeBox(held.shown.box.token, ({ tries }) => ({ tries: tries + 1 }))
    held.shown = { ...held.shown, box }
    if (box.byWords === null)
      return put({ unsent: await countRows(), unlock: EMPTY_UNLOCK, said: [device.wipedElsewhere] })
    const found = box.tries > MOST_TRIES ? undefined : await openByWords(box, words)
    if (found) return openWith(found, box.token)
    const left = MOST_TRIES - box.tries
    if (left > 0) return put({ unlock: addError(EMPTY_UNLOCK, device.unlockWrong(left), 'words') })
    await wipeCaseload(device.wiped)
    put({ unlock: EMPTY_UNLOCK })
  }

  /** By the same form and the same rules as when it comes; what only the server knows is said then. */
  async function finish(fields: Note['fields']): Promise<void> {
    if (held.shown.view.at !== 'write') return
    noteTyped(fields)
    await saveDraft()
    if (held.shown.view.at !== 'write') return
    const { note } = held.shown.view
    const read = noteForm.read(fields)
    if (!read.ok) return put({ view: { at: 'write', note, form: read } })
    const checked = checkContact(noteContent(read.value), { today: dayOf(now()), bornOn: null })
    if (!checked.ok) {
      const form = addError(read, contactWords.troubles[checked.why], TROUBLE_AT[checked.why] as 'on')
      return put({ view: { at: 'write', note, form } })
    }
    await putNote({ ...note, fields, standing: 'ready', writtenAt: now(), errors: [], asks: '' })
    show({ at: 'open' })
    await sendAll()
  }

  /** What goes wrong is said; a notebook that is not there any more is gone from this tab, too. */
  function failed(trouble: unknown): void {
    if (trouble instanceof Gone) run(gone)
    else put({ said: [device.problem], view: asTyped(held.shown.view) })
  }
  function run(work: () => Promise<void>): void {
    work().catch(failed)
  }

  /** Another tab wiped it or signed out, or took another along since. */
  async function gone(): Promise<void> {
    shut()
    await start()
  }

  async function readAnew(): Promise<void> {
    await readAll()
    show({ at: 'open' })
  }

  const used = () => {
    usedAt = Date.now()
  }
  const look = async () => {
    const isIdle = Date.now() - usedAt > LOCK_AFTER_MS
    if (held.key !== undefined && held.shown.view.at !== 'locked' && isIdle) await lock().catch(failed)
    await held.lookAtDevice()
    await expire()
  }
  const quietly = (work: () => Promise<void>) =>
    void work().catch((trouble: unknown) => {
      if (trouble instanceof Gone) failed(trouble)
    })
  for (const event of ['keydown', 'pointerdown', 'input']) document.addEventListener(event, used)
  window.addEventListener('online', () => {
    // It may be said before the line is there, or while something is on its way that will not arrive: the next look sends once more.
    looks = SEND_EVERY - 1
    run(async () => (held.key === undefined ? begin() : sendAll()))
  })
  window.addEventListener('offline', () => put({ standing: 'unreachable' }))
  document.addEventListener('visibilitychange', () => quietly(document.hidden ? saveDraft : look))
  window.setInterval(() => quietly(lookAgain), LOOK_EVERY_MS)
  // Whoever signs out in another tab says so (web/browser/kept.ts).
  if ('BroadcastChannel' in globalThis)
    new BroadcastChannel(KEPT_DATABASE).addEventListener('message', () =>
      run(held.shown.box === undefined ? check : gone),
    )

  let looks = 0
  async function lookAgain(): Promise<void> {
    await look()
    // Signal may come and go without the browser saying so.
    if (
      ++looks % SEND_EVERY === 0 &&
      held.shown.notes.some(one => one.standing === 'ready' || one.standing === 'sending')
    )
      await sendAll()
  }

  async function begin(): Promise<void> {
    await check()
    await sendLocked()
  }

  /** Finds out what rests on the device. */
  async function start(): Promise<void> {
    const box = await readBox()
    const unsent = box === undefined ? 0 : await countRows()
    put({ box, unsent, view: { at: box === undefined ? 'none' : 'locked' } })
    await expire()
    await begin()
  }
  await start().catch((trouble: unknown) => {
    if (!(trouble instanceof Gone)) throw trouble
    failed(trouble)
  })
}
