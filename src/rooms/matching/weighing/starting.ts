/**
 * What matching starts from while nothing is learned yet: cautious figures for young people of one English area. Names and a
 * birth date alone are asked about, however rare; from the first lists that name the same people a model is learned.
 */

import { NEVER } from '../engine/household.ts'
import { LEVELS } from '../engine/levels.ts'
import type { Trained } from '../engine/model.ts'
import type { ModelDocument } from './document.ts'
import { STARTING_KEYS } from './keys.ts'
import { LINES } from './known.ts'

/** As if there were at least so many people: few records prove little. */
export const LEAST_PEOPLE = 20_000

type Shares = { readonly m: readonly number[]; readonly u: readonly number[]; readonly h?: readonly number[] }

const NUMBER: Shares = { m: [0, 0.97, 0.01, 0.02], u: [0, 1e-6, 1e-6, 0.999998] }

// In the order of LEVELS, "unknown" first.
const SHARES: Readonly<Record<(typeof LINES)[number]['name'] | 'order', Shares>> = {
  given: {
    m: [0, 0.86, 0.05, 0.03, 0.015, 0.01, 0.01, 0.025],
    u: [0, 0.006, 0.002, 0.002, 0.01, 0.004, 0.004, 0.972],
  },
  family: {
    m: [0, 0.9, 0.03, 0.03, 0.01, 0.03],
    u: [0, 0.003, 0.0005, 0.003, 0.006, 0.9875],
    h: [0, 0.8, 0.02, 0.02, 0.01, 0.15],
  },
  order: { m: [0, 0.995, 0.005], u: [0, 0.9995, 0.0005] },
  born: { m: [0, 0.95, 0.01, 0.025, 0.008, 0.003, 0.004], u: [0, 0.0004, 0.0002, 0.003, 0.04, 0.13, 0.8264] },
  postcode: {
    m: [0, 0.72, 0.02, 0.05, 0.06, 0.15],
    u: [0, 0.0008, 0.0005, 0.01, 0.06, 0.9287],
    h: [0, 0.95, 0.01, 0.01, 0.01, 0.02],
  },
  upn: NUMBER,
  uln: NUMBER,
  nhs: NUMBER,
  phone: { m: [0, 0.5, 0.02, 0.48], u: [0, 0.0005, 0.00005, 0.99945], h: [0, 0.6, 0.02, 0.38] },
  email: { m: [0, 0.6, 0.05, 0.05, 0.3], u: [0, 1e-5, 1e-4, 0.001, 0.99889] },
}

function line(name: keyof typeof SHARES, kind: Trained['kind'], levels: readonly string[]): Trained {
  const { m, u, h } = SHARES[name]
  return { name, kind, levels, m, u, h: h ?? u }
}

/** The document that stands where no model is live yet. */
export function startingDocument(): ModelDocument {
  const [given, family, ...rest] = LINES
  const comparisons = [
    line(given.name, given.kind, LEVELS.given),
    line(family.name, family.kind, LEVELS.family),
    line('order', 'order', ['unknown', 'same', 'turned']),
    ...rest.map(({ name, kind }) => line(name, kind, LEVELS[kind])),
  ]
  return {
    form: 1,
    model: { trainedOn: 0, prior: 0.5 / LEAST_PEOPLE, household: 0.8 / LEAST_PEOPLE, others: 0.5, comparisons },
    records: 0,
    people: 0,
    keys: STARTING_KEYS,
    recall: 0,
    // Asked about from one chance in ten on: figures that were not learned here would ask too much below that.
    threshold: { link: 16.5, review: Math.log2(0.1 / 0.9) },
    twins: [NEVER, NEVER],
    trade: [],
    sources: {},
    common: [],
    seconds: 0,
  }
}
