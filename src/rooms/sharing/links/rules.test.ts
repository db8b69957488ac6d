import { describe, expect, it } from 'vitest'
import { toInstant } from '#ground/clock.ts'
import { CLASS_BITS, fromBits, INTENSIVE_CLASSES, toBits } from '#rooms/access/index.ts'
import { classesOfLink } from './classes.ts'
import { OWN_PAGES, type OwnPage } from './link.ts'
import { firstPageOf, hasList, isOpen, mayEnter } from './rules.ts'
import { hashCode, newCode, newLinkToken, partnershipIn, sameHash } from './token.ts'

const at = (text: string | null) => (text === null ? null : toInstant(`2026-11-23T${text}:00Z`))
const NOON = toInstant('2026-11-23T12:00:00Z')
const PARTNERSHIP = '01920000-0000-7000-8000-0000000000aa' as Parameters<typeof newLinkToken>[0]

describe('A link may be entered', () => {
  it.each([
    ['in time', '12:01', null, null, 0, true],
    ['not once its time is over', '12:00', null, null, 0, false],
    ['not twice', '13:00', '11:00', null, 0, false],
    ['not once it was ended', '13:00', null, '11:00', 0, false],
    ['after four wrong codes', '13:00', null, null, 4, true],
    ['not after five', '13:00', null, null, 5, false],
  ])('%s', (_words, expires, entered, ended, tries, may) => {
    const link = { expiresAt: at(expires) ?? NOON, enteredAt: at(entered), endedAt: at(ended), tries }
    expect(mayEnter(link, NOON)).toBe(may)
  })

  it.each([
    ['before anybody entered', null, null, false],
    ['within the hour', '12:30', null, true],
    ['after the hour', '12:00', null, false],
    ['once it was ended', '12:30', '11:59', false],
  ])('and is open or not: %s', (_words, until, ended, open) => {
    expect(isOpen({ sessionUntil: at(until), endedAt: at(ended) }, NOON)).toBe(open)
  })
})

describe('What a link opens', () => {
  it('is what whoever made it sees, and nothing that is kept close, given by name or about safeguarding', () => {
    const all = toBits(Object.keys(CLASS_BITS) as (keyof typeof CLASS_BITS)[])
    expect(fromBits(classesOfLink(all, ['plan']))).toEqual(['identity', 'plan', 'health', 'care', 'family'])
    expect(fromBits(classesOfLink(CLASS_BITS.plan, ['plan']))).toEqual(['identity', 'plan'])
    expect(classesOfLink(toBits(INTENSIVE_CLASSES), OWN_PAGES) & CLASS_BITS['contact-details']).toBe(0)
  })
})

describe('A token and a code', () => {
  it('say where to look, and nothing else', () => {
    const token = newLinkToken(PARTNERSHIP)
    expect(partnershipIn(token)).toBe(PARTNERSHIP)
    expect(newLinkToken(PARTNERSHIP)).not.toBe(token)
    for (const other of ['', 'abc', `${token}x`, token.slice(4)]) expect(partnershipIn(other)).toBeUndefined()
  })

  it('a code is six figures, however it is typed, and of one link only', () => {
    const code = newCode()
    expect(code).toMatch(/^\d{6}$/)
    const kept = hashCode('one', code)
    expect(sameHash(kept, hashCode('one', `${code.slice(0, 3)} ${code.slice(3)}`))).toBe(true)
    expect(sameHash(kept, hashCode('other', code))).toBe(false)
  })
})

describe('A link of their own', () => {
  it.each([
    ['the only page there is', ['statement'], 'statement', false],
    ['the Progress File alone', ['file'], 'file', false],
    ['their plan, which shows the way to the Progress File', ['plan', 'file'], 'plan', false],
    ['a list of what there is', ['plan', 'statement'], 'pages', true],
    ['their support alone', ['pathway'], 'pathway', false],
    ['a list of all', ['plan', 'file', 'statement'], 'pages', true],
  ] as const)('leads to %s', (_words, pages: readonly OwnPage[], first, list) => {
    expect([firstPageOf(pages), hasList(pages)]).toEqual([first, list])
  })

  it('opens of the record what its pages need', () => {
    const seen = toBits(['identity', 'plan', 'health', 'sessions'])
    expect(fromBits(classesOfLink(seen, ['statement']))).toEqual(['identity'])
    const more = toBits(['identity', 'plan', 'health', 'learning', 'family', 'offending'])
    expect(fromBits(classesOfLink(more, ['pathway'])).toSorted()).toEqual(['family', 'identity', 'learning', 'plan'])
    expect(fromBits(classesOfLink(seen, ['statement', 'file']))).toEqual(['identity', 'plan', 'health'])
  })
})
