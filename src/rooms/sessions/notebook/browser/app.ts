/** The notebook on a device: what is known of it, and what is done with it. */
import { dayOf, type Instant, toInstant } from '#ground/clock.ts'
import { addError } from '#web/form/form.ts'
import { checkContact, TROUBLE_AT } from '../../rules.ts'
import { en as contactWords } from '../../words.ts'
import { noteContent, noteForm } from '../forms.ts'
import { LOCK_AFTER_MS, MOST_TRIES, readable, wordsTrouble } from '../rules.ts'
import { device } from '../words.ts'
import { changeBox, dropAll, dropRow, Gone, listRows, putBox, putRow, readBox } from './keep.ts'
import type { Caseload, Note } from './note.ts'
import { flush } from './sending.ts'
import { type Doing, EMPTY_TAKE, EMPTY_UNLOCK, type Shown, type View } from './state.ts'
import { askHalf, askStanding, bringUpToDate, endPack, takeAlong } from './talk.ts'
import { makeLocks, openByHalf, openByWords, seal, unseal } from './vault.ts'

const CASELOAD = 'caseload'
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
  let key: CryptoKey | undefined
  let usedAt = Date.now()
  let saving = 0
  let isSending = false
  let shown: Shown = {
    ...{ view: { at: 'none' }, box: undefined, standing: 'unreachable', caseload: undefined, notes: [], unsent: 0 },
    ...{ sent: [], said: [], take: EMPTY_TAKE, unlock: EMPTY_UNLOCK },
  }

  /** Takes over what changed. What somebody is writing is not drawn over by what happens meanwhile. */
  function put(change: Partial<Shown>): void {
    const isMoved = change.view !== undefined
    shown = { ...shown, ...change }
    if (isMoved || shown.view.at !== 'write') draw(shown, doing, isMoved)
  }

  async function putNote(note: Note): Promise<void> {
    if (key === undefined) return
    await putRow({ id: note.id, sealed: await seal(key, note.id, note) })
    const others = shown.notes.filter(one => one.id !== note.id)
    const notes = [...others, note]
    shown = { ...shown, notes, unsent: notes.length }
  }

  async function dropNote(id: string): Promise<void> {
    await dropRow(id)
    const notes = shown.notes.filter(one => one.id !== id)
    shown = { ...shown, notes, unsent: notes.length }
  }

  /** What was taken along goes from the device; notes stay, and only signing in opens them. */
  async function wipeCaseload(why: string): Promise<void> {
    if (shown.box === undefined || (shown.box.pack === null && shown.box.byWords === null)) return
    const box = await changeBox({ pack: null, byWords: null })
    put({ box, caseload: undefined, said: [...shown.said, why] })
    await tidy()
  }

  /** Once neither a caseload nor a note is left, nothing of it stays. */
  async function tidy(): Promise<void> {
    if (shown.box === undefined || shown.box.pack !== null || shown.unsent > 0 || shown.view.at === 'write') return
    await dropAll()
    key = undefined
    put({ box: undefined, caseload: undefined, notes: [], view: { at: 'none' } })
  }

  /** Asks the server how it stands, and does what follows from the answer. */
  async function check(): Promise<void> {
    const answer = await askStanding(shown.box?.token)
    const standing = answer === 'not-taken' ? 'unreachable' : answer
    put({ standing })
    if (standing === 'unreachable' || shown.box === undefined) return
    if (standing.who === 'other') await wipeCaseload(device.otherHere)
    else if (standing.pack === 'over') await wipeCaseload(device.ended)
  }

  async function expire(): Promise<void> {
    if (shown.box && readable(shown.box, now()) === 'over') await wipeCaseload(device.expired)
  }

  async function readAll(): Promise<void> {
    if (key === undefined || shown.box === undefined) return
    const opened = key
    const notes = await Promise.all(
      (await listRows()).map(async row => (await unseal(opened, row.id, row.sealed)) as Note),
    )
    const { pack } = shown.box
    const caseload = pack === null ? undefined : ((await unseal(opened, CASELOAD, pack)) as Caseload)
    shown = { ...shown, notes, caseload, unsent: notes.length }
  }

  async function openWith(found: CryptoKey): Promise<void> {
    key = found
    usedAt = Date.now()
    const box = await changeBox({ tries: 0 })
    shown = { ...shown, box, unlock: EMPTY_UNLOCK, said: [] }
    await readAll()
    put({ view: { at: 'open' } })
    await sendAll()
    await refresh(false)
  }

  async function lock(): Promise<void> {
    if (key === undefined) return
    await saveDraft()
    key = undefined
    put({ caseload: undefined, notes: [], sent: [], said: [], unlock: EMPTY_UNLOCK, view: { at: 'locked' } })
  }

  const standingHere = () => (shown.standing === 'unreachable' ? undefined : shown.standing)
  const csrfHere = () => (standingHere()?.who === 'same' ? (standingHere()?.csrf ?? undefined) : undefined)

  async function refresh(isAsked: boolean): Promise<void> {
    const csrf = csrfHere()
    if (key === undefined || shown.box?.pack == null || csrf === undefined) return
    const taken = await bringUpToDate(csrf, shown.box.token)
    if (taken === 'unreachable' || taken === 'not-taken') return
    const caseload: Caseload = { people: taken.people, ring: taken.ring }
    const box = await changeBox({ pack: await seal(key, CASELOAD, caseload) })
    const still = new Set(taken.people.map(one => one.personId))
    const gone = (shown.caseload?.people ?? []).filter(one => !still.has(one.personId)).map(one => one.name)
    const said = [...(isAsked ? [device.refreshed] : shown.said), ...(gone.length > 0 ? [device.gone(gone)] : [])]
    put({ box, caseload, said })
  }

  /** Sends what is ready; whoever is gone by what the server says is in the caseload no more. */
  async function sendAll(): Promise<void> {
    if (isSending || key === undefined) return
    isSending = true
    try {
      await check()
      const csrf = csrfHere()
      if (csrf === undefined || shown.box === undefined || key === undefined) return
      const before = shown.sent.length
      await flush(shown.notes, {
        ...{ csrf, token: shown.box.token, putNote, dropNote },
        kept: (note, contactId) => {
          shown = { ...shown, sent: [...shown.sent, { name: note.name, contactId }] }
        },
        refused: async note => {
          if (shown.caseload === undefined || key === undefined) return
          const people = shown.caseload.people.filter(one => one.personId !== note.personId)
          const caseload = { ...shown.caseload, people }
          const box = await changeBox({ pack: await seal(key, CASELOAD, caseload) })
          shown = { ...shown, box, caseload }
        },
      })
      const count = shown.sent.length - before
      put(count > 0 ? { said: [device.sent(count)] } : {})
      await tidy()
    } finally {
      isSending = false
    }
  }

  /** Notes that wait are sent by whoever wrote them being signed in, without the notebook being opened. */
  async function sendLocked(): Promise<void> {
    const csrf = csrfHere()
    if (csrf === undefined || shown.box === undefined || shown.unsent === 0 || key !== undefined) return
    const answer = await askHalf(csrf, shown.box.token)
    if (typeof answer === 'string') return
    key = await openByHalf(shown.box, answer.half)
    if (key === undefined) return
    await readAll()
    await sendAll()
    // Somebody may have opened it meanwhile.
    if (shown.view.at === 'locked') {
      key = undefined
      put({ caseload: undefined, notes: [], sent: [] })
    }
    await tidy()
  }

  function noteTyped(fields: Note['fields']): void {
    if (shown.view.at === 'write') shown = { ...shown, view: { ...shown.view, note: { ...shown.view.note, fields } } }
  }

  async function saveDraft(): Promise<void> {
    window.clearTimeout(saving)
    if (shown.view.at === 'write' && Object.keys(shown.view.note.fields).length > 0) await putNote(shown.view.note)
  }

  function show(view: View): void {
    put({ view, said: [] })
  }

  const doing: Doing = {
    take: (words, again) => run(async () => take(words, again)),
    unlock: words => run(async () => unlock(words)),
    openBySignIn: () =>
      run(async () => {
        await check()
        const csrf = csrfHere()
        const answer = csrf && shown.box ? await askHalf(csrf, shown.box.token) : undefined
        if (answer === undefined || typeof answer === 'string' || shown.box === undefined) return
        const found = await openByHalf(shown.box, answer.half)
        if (found) await openWith(found)
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
        const isNote = 'fields' in about
        const standing = 'draft'
        const fresh = { isAsked: false, errors: [], asks: '', writtenAt: now(), fields: {} }
        const note: Note = isNote
          ? { ...about, standing, isAsked: about.isAsked || about.standing === 'asks' }
          : { ...fresh, id: crypto.randomUUID(), personId: about.personId, name: about.name, standing }
        if (isNote) await putNote(note)
        const on = dayOf(now())
        const form = isNote
          ? noteForm.read(note.fields)
          : noteForm.fill({ kind: 'meeting', on, purpose: 'support', outcome: 'done' })
        const errors = isNote
          ? note.errors.map(e => ({ ...e, href: `#${noteForm.empty().fields[e.field as 'on']}` }))
          : []
        show({ at: 'write', note, form: { fields: form.fields, answers: form.answers, errors } })
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
        if (csrf !== undefined && shown.box) await endPack(csrf, shown.box.token)
        await dropAll()
        key = undefined
        const gone = { box: undefined, caseload: undefined, notes: [], unsent: 0, sent: [], said: [] }
        put({ ...gone, view: { at: 'none' } })
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
    const csrf = csrfHere()
    const taken = csrf === undefined ? 'not-taken' : await takeAlong(csrf)
    if (taken === 'unreachable' || taken === 'not-taken') return put({ said: [device.nothingTaken] })
    const made = await makeLocks(words, taken.half)
    const caseload: Caseload = { people: taken.people, ring: taken.ring }
    const pack = await seal(made.key, CASELOAD, caseload)
    const { token, takenAt, until } = taken
    await navigator.storage?.persist?.().catch(() => false)
    await putBox({ ...made.locks, token, takenAt, until, tries: 0, pack })
    key = made.key
    usedAt = Date.now()
    const standing = { pack: 'live', who: 'same', csrf: csrf ?? null } as const
    put({ box: await readBox(), caseload, standing, notes: [], unsent: 0, take: EMPTY_TAKE, view: { at: 'open' } })
  }

  async function unlock(words: string): Promise<void> {
    if (shown.box === undefined) return
    if (words.trim() === '') return put({ unlock: addError(EMPTY_UNLOCK, device.unlockMissing, 'words') })
    if (readable(shown.box, now()) === 'behind') return put({ unlock: addError(EMPTY_UNLOCK, device.behind, 'words') })
    // Counted before it is tried, so that a page that is shut meanwhile has used it up.
    const box = await changeBox({ tries: shown.box.tries + 1 })
    shown = { ...shown, box }
    const found = await openByWords(box, words)
    if (found) return openWith(found)
    const left = MOST_TRIES - box.tries
    if (left > 0) return put({ unlock: addError(EMPTY_UNLOCK, device.unlockWrong(left), 'words') })
    await wipeCaseload(device.wiped)
    put({ unlock: EMPTY_UNLOCK })
  }

  /** By the same form and the same rules as when it comes; what only the server knows is said then. */
  async function finish(fields: Note['fields']): Promise<void> {
    if (shown.view.at !== 'write') return
    noteTyped(fields)
    await saveDraft()
    const { note } = shown.view
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

  /** What goes wrong is said; a notebook that was wiped by another tab is gone here, too. */
  function run(work: () => Promise<void>): void {
    work().catch((trouble: unknown) => {
      if (!(trouble instanceof Gone)) return put({ said: [device.problem], view: asTyped(shown.view) })
      key = undefined
      put({ box: undefined, caseload: undefined, notes: [], unsent: 0, view: { at: 'none' } })
    })
  }

  const used = () => {
    usedAt = Date.now()
  }
  const look = async () => {
    if (key !== undefined && Date.now() - usedAt > LOCK_AFTER_MS) await lock()
    await expire()
  }
  for (const event of ['keydown', 'pointerdown', 'input']) document.addEventListener(event, used)
  window.addEventListener('online', () => run(async () => (key === undefined ? begin() : sendAll())))
  window.addEventListener('offline', () => put({ standing: 'unreachable' }))
  const quietly = (work: () => Promise<void>) => void work().catch(() => {})
  document.addEventListener('visibilitychange', () => quietly(document.hidden ? saveDraft : look))
  window.setInterval(() => quietly(lookAgain), LOOK_EVERY_MS)

  let looks = 0
  async function lookAgain(): Promise<void> {
    await look()
    // Signal may come and go without the browser saying so.
    if (++looks % SEND_EVERY === 0 && shown.notes.some(one => one.standing === 'ready' || one.standing === 'sending'))
      await sendAll()
  }

  async function begin(): Promise<void> {
    await check()
    await sendLocked()
  }

  const box = await readBox()
  const unsent = box === undefined ? 0 : (await listRows()).length
  put({ box, unsent, view: { at: box === undefined ? 'none' : 'locked' } })
  await expire()
  await begin()
}

/** A page as it is drawn again: what was typed since stands in it. */
function asTyped(view: View): View {
  if (view.at !== 'write' || Object.keys(view.note.fields).length === 0) return view
  return { ...view, form: { ...view.form, answers: noteForm.read(view.note.fields).answers } }
}
