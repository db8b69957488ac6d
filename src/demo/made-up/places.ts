/** Real towns of the Calder valley with streets nobody lives in. */
import type { Chance } from './random.ts'

export type Place = { readonly line1: string; readonly line2: string; readonly town: string; readonly postcode: string }

/** Towns with their postcode districts; the larger ones stand more than once. */
const TOWNS: readonly (readonly [string, readonly string[]])[] = [
  ['Halifax', ['HX1', 'HX2', 'HX3']],
  ['Halifax', ['HX1', 'HX3']],
  ['Halifax', ['HX2', 'HX3', 'HX4']],
  ['Brighouse', ['HD6']],
  ['Brighouse', ['HD6']],
  ['Elland', ['HX5']],
  ['Sowerby Bridge', ['HX6']],
  ['Hebden Bridge', ['HX7']],
  ['Todmorden', ['OL14']],
]

const STREET_STARTS =
  'Bobbin Shuttle Treadle Madeup Cobble Wether Fleece Pretend Teasel Spindle Warp Weft Carding Storybook Paperchase'.split(
    ' ',
  )
const STREET_ENDS = 'field gate royd bank side holme croft clough lea end'.split(' ')
const STREET_KINDS = ['Street', 'Road', 'Row', 'Terrace', 'Avenue', 'Close', 'Fold', 'Lane']
const INWARD = 'ABDEFGHJLNPQRSTUWXYZ'

/** A home. */
export function makePlace(chance: Chance): Place {
  const [town, districts] = chance.pick(TOWNS)
  const street = `${chance.pick(STREET_STARTS)}${chance.pick(STREET_ENDS)} ${chance.pick(STREET_KINDS)}`
  const flat = chance.happens(0.12)
  const number = chance.between(1, 180)
  const sector = chance.between(1, 9)
  const letter = () => INWARD[chance.between(0, INWARD.length - 1)]
  return {
    line1: flat ? `Flat ${chance.between(1, 24)}` : `${number} ${street}`,
    line2: flat ? `${number} ${street}` : '',
    town,
    postcode: `${chance.pick(districts)} ${sector}${letter()}${letter()}`,
  }
}
