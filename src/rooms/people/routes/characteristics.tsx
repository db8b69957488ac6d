/** The register of characteristics: what may be written is what may be seen. */
import type { RowId } from '#ground/ids.ts'
import { get, type HouseRoute, html, post, type Visit } from '#rooms/identity/index.ts'
import type { FormState } from '#web/form/field.ts'
import { addError } from '#web/form/form.ts'
import { idParam } from '#web/params.ts'
import { type Answer, again, type Drawn, go, nothing, page } from '#web/register.ts'
import { setCharacteristic } from '../actions/characteristics.ts'
import { type CharacteristicCode, offeredCharacteristics } from '../characteristics.ts'
import { characteristicForm } from '../forms.ts'
import type { PersonFrame } from '../frame.ts'
import { CharacteristicPage } from '../pages/characteristic-page.tsx'
import { type Characteristic, SAID_BY } from '../person.ts'
import { listCharacteristics } from '../store/characteristics.ts'
import { en } from '../words.ts'
import { bySelf, framed, type PeopleHouse, personParam } from './shared.ts'

type Fields = 'code' | 'from' | 'until' | 'said'
const rowParam = personParam.extend({ rowId: idParam<RowId>() })
const permission = 'person.edit'

export function characteristicRoutes(house: PeopleHouse): HouseRoute[] {
  return [
    get('/people/:personId/characteristics', { permission, audit: 'person.edit-opened', params: personParam }, visit =>
      framed(house, visit, frame => opened(visit, frame, undefined)),
    ),
    post('/people/:personId/characteristics', { permission, audit: 'person.detail-set', params: personParam }, visit =>
      framed(house, visit, frame => saved(visit, frame, undefined)),
    ),
    get(
      '/people/:personId/characteristics/:rowId',
      { permission, audit: 'person.edit-opened', params: rowParam },
      visit => framed(house, visit, async frame => withRow(visit, frame, row => opened(visit, frame, row))),
    ),
    post(
      '/people/:personId/characteristics/:rowId',
      { permission, audit: 'person.detail-set', params: rowParam },
      visit => framed(house, visit, async frame => withRow(visit, frame, row => saved(visit, frame, row))),
    ),
  ]
}

async function withRow(
  visit: Visit<{ rowId: RowId }, unknown>,
  frame: PersonFrame,
  work: (row: Characteristic) => Promise<Answer>,
): Promise<Answer> {
  const row = (await listCharacteristics(visit.tx, frame.person.id)).find(c => c.rowId === visit.params.rowId)
  return row ? work(row) : nothing('unknown', [frame.person.id])
}

async function opened(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  row: Characteristic | undefined,
): Promise<Answer> {
  const codes = codesFor(visit, frame)
  // A row that was corrected since is history: it is not opened for writing again.
  if (codes.length === 0 || (row && row.replacedAt !== null)) return nothing('class', [frame.person.id])
  const form = characteristicForm(codes.map(c => c.code))
  const state =
    row === undefined
      ? form.empty()
      : form.fill({
          code: row.code,
          from: row.startedOn,
          until: row.finishedOn,
          ...(isSaid(row.source.kind) ? { said: row.source.kind } : {}),
        })
  return page(shown(visit, frame, codes, state, row), { about: [frame.person.id] })
}

async function saved(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  row: Characteristic | undefined,
): Promise<Answer> {
  const { id } = frame.person
  const codes = codesFor(visit, frame)
  if (codes.length === 0) return nothing('class', [id])
  const read = characteristicForm(codes.map(c => c.code)).read(visit.body)
  const again422 = (state: FormState<Fields>) => again(shown(visit, frame, codes, state, row), { about: [id] })
  if (!read.ok) return again422(read)
  const { code, from, until, said } = read.value
  const outcome = await setCharacteristic(
    visit.tx,
    id,
    { code, startedOn: from, finishedOn: until },
    { ...bySelf(visit.tx), kind: said, ...(said === 'staff' ? {} : { organisationId: null }) },
    row?.rowId ?? null,
  )
  if (outcome.ok) return go(`/people/${id}/details`)
  switch (outcome.why) {
    case 'not-offered':
      return again422(addError(read, en.missingCharacteristic, 'code'))
    case 'replaced':
      return again(shown(visit, frame, codes, addError(read, en.characteristicReplaced), row), { about: [id] }, 409)
    case 'until-before-from':
      return again422(addError(read, en.characteristicTroubles[outcome.why], 'until'))
    default:
      return again422(addError(read, en.characteristicTroubles[outcome.why], 'from'))
  }
}

function codesFor(visit: Visit<unknown, unknown>, frame: PersonFrame): CharacteristicCode[] {
  return offeredCharacteristics(frame.seen, visit.tx.acting.today)
}

function shown(
  visit: Visit<unknown, unknown>,
  frame: PersonFrame,
  codes: readonly CharacteristicCode[],
  form: FormState<Fields>,
  row: Characteristic | undefined,
): Drawn {
  return html(<CharacteristicPage visitor={visit.visitor} frame={frame} form={form} codes={codes} rowId={row?.rowId} />)
}

function isSaid(kind: Characteristic['source']['kind']): kind is (typeof SAID_BY)[number] {
  return (SAID_BY as readonly string[]).includes(kind)
}
