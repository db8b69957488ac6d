import { describe, expect, it } from 'vitest'
import type { AccountId } from '#ground/ids.ts'
import { type LinkFacts, whyGone } from './rules.ts'

const DANA = 'dana' as AccountId
const STANDS: LinkFacts = { isOpen: true, isThere: true, hasAccounts: false, leadId: DANA }

describe('A link by which a place tells', () => {
  it.each<[string, Partial<LinkFacts>, string | undefined]>([
    ['while nothing changed', {}, undefined],
    ['once they have died, or the record is closed to it', { isOpen: false }, 'closed'],
    ['once they have left the place, or it closed', { isThere: false }, 'not-there'],
    ['once somebody there has an account', { hasAccounts: true }, 'has-accounts'],
    ['once somebody else leads', { leadId: 'mair' as AccountId }, 'lead-changed'],
    ['once nobody leads', { leadId: undefined }, 'lead-changed'],
    ['of somebody who died first of all', { isOpen: false, isThere: false, leadId: undefined }, 'closed'],
  ])('%s: %s', (_when, facts, why) => {
    expect(whyGone({ ...STANDS, ...facts }, DANA)).toBe(why)
  })
})
