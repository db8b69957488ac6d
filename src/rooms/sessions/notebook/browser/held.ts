/** What a tab holds of the notebook: its key while it is open, what is shown, and how both keep step with what rests on the device. */

import { device } from '../words.ts'
import {
  changeBox,
  countRows,
  dropAll,
  dropRow,
  Gone,
  listRows,
  type NoteRow,
  putRow,
  readBox,
  readRow,
} from './keep.ts'
import type { Caseload, Note } from './note.ts'
import { EMPTY_TAKE, NOTHING, type Shown } from './state.ts'
import { seal, unseal } from './vault.ts'

/** The name under which a caseload is locked. */
export const CASELOAD = 'caseload'

export type Held = ReturnType<typeof holdNotebook>

/**
 * Holds a notebook of which nothing is known yet. Other tabs hold the same one: what rests on the device counts, and not what this tab last knew of it.
 * @param draw draws all of it; `isMoved` when another page of it is shown
 */
export function holdNotebook(draw: (shown: Shown, isMoved: boolean) => void) {
  const held = {
    ...{ put, putNote, dropNote, findNote, putCaseload, readAll, wipeCaseload, tidy, shut, lookAtDevice },
    key: undefined as CryptoKey | undefined,
    shown: { ...NOTHING, standing: 'unreachable', take: EMPTY_TAKE } as Shown,
  }
  return held

  /** Takes over what changed. What somebody is writing is not drawn over by what happens meanwhile. */
  function put(change: Partial<Shown>): void {
    const isMoved = change.view !== undefined
    held.shown = { ...held.shown, ...change }
    if (isMoved || held.shown.view.at !== 'write') draw(held.shown, isMoved)
  }

  /** Keeps a note. False where the notebook is locked; locked meanwhile, the note is kept and nothing of it comes back here. */
  async function putNote(note: Note): Promise<boolean> {
    const opened = held.key
    if (opened === undefined || held.shown.box === undefined) return false
    const unsent = await putRow(held.shown.box.token, { id: note.id, sealed: await seal(opened, note.id, note) })
    const notes = held.key === opened ? [...held.shown.notes.filter(one => one.id !== note.id), note] : held.shown.notes
    held.shown = { ...held.shown, notes, unsent }
    return true
  }

  async function dropNote(id: string): Promise<void> {
    const unsent = await dropRow(id)
    held.shown = { ...held.shown, notes: held.shown.notes.filter(one => one.id !== id), unsent }
  }

  /** A note as it rests now, whichever tab kept it last; undefined where there is none, or the notebook is locked. */
  async function findNote(id: string): Promise<Note | undefined> {
    const opened = held.key
    const row = await readRow(id)
    const note = opened && row && (await openRow(opened, row))
    return held.key === opened ? note : undefined
  }

  /** Keeps another caseload. False, with nothing changed, where it was locked or wiped meanwhile: what was wiped does not come back. */
  async function putCaseload(caseload: Caseload): Promise<boolean> {
    const opened = held.key
    if (opened === undefined || held.shown.box === undefined) return false
    const { token } = held.shown.box
    const pack = await seal(opened, CASELOAD, caseload)
    const box = await changeBox(token, ({ pack: before }) => (before === null ? {} : { pack }))
    if (held.key !== opened || box.pack === null) return false
    put({ box, caseload })
    return true
  }

  async function readAll(): Promise<void> {
    const opened = held.key
    if (opened === undefined || held.shown.box === undefined) return
    const { pack } = held.shown.box
    const rows = await listRows()
    const found = await Promise.all(rows.map(row => openRow(opened, row)))
    const caseload = pack === null ? undefined : ((await unseal(opened, CASELOAD, pack)) as Caseload)
    if (held.key !== opened) return
    const notes = found.filter(note => note !== undefined)
    held.shown = { ...held.shown, notes, caseload, unsent: rows.length, unreadable: rows.length - notes.length }
  }

  /** What was taken along goes from the device; notes stay, and only signing in opens them. */
  async function wipeCaseload(why: string): Promise<void> {
    if (held.shown.box === undefined || (held.shown.box.pack === null && held.shown.box.byWords === null)) return
    const box = await changeBox(held.shown.box.token, () => ({ pack: null, byWords: null }))
    put({ box, caseload: undefined, unsent: await countRows(), said: [...held.shown.said, why] })
    await tidy()
  }

  /** Once neither a caseload nor a note is left, nothing of it stays. What another tab wrote counts as much as what this one knows of. */
  async function tidy(): Promise<void> {
    if (held.shown.box === undefined || held.shown.box.pack !== null || held.shown.view.at === 'write') return
    const left = await dropAll(held.shown.box.token, 0)
    if (left === 0) shut(held.shown.said)
    else if (left !== held.shown.unsent) put({ unsent: left })
  }

  /** Nothing of it is in this tab any more. */
  function shut(said: readonly string[] = []): void {
    held.key = undefined
    put({ ...NOTHING, said })
  }

  /** What another tab wrote, sent or wiped is so here, too. */
  async function lookAtDevice(): Promise<void> {
    const known = held.shown.box
    if (known === undefined) return
    const [box, unsent] = [await readBox(), await countRows()]
    // Something was done here meanwhile: the next look sees what came of it.
    if (held.shown.box !== known) return
    if (box?.token !== known.token) throw new Gone('no such notebook')
    const isWiped = box.pack === null && known.pack !== null
    held.shown = { ...held.shown, box }
    if (unsent === held.shown.unsent && !isWiped) return
    if (held.shown.view.at !== 'locked') await readAll()
    put({ unsent, ...(isWiped && { caseload: undefined, said: [...held.shown.said, device.wipedElsewhere] }) })
  }
}

/** A note that rests on the device; undefined where another key locked it. */
async function openRow(key: CryptoKey, row: NoteRow): Promise<Note | undefined> {
  return unseal(key, row.id, row.sealed).then(
    note => note as Note,
    () => undefined,
  )
}
