import { describe, expect, it } from 'vitest'
import { CLASS_BITS } from '#rooms/access/index.ts'
import { DISCLOSURES, ORGANISATION_KINDS } from './organisation.ts'
import { accountabilityOf, disclosedBy, disclosedByBoth, mayReadOf, namedDisclosure } from './rules.ts'

describe('What the name of an organisation tells of', () => {
  it('is a class of record, by the same bits', () => {
    for (const named of DISCLOSURES) expect(disclosedByBoth('voluntary', named)).toBe(CLASS_BITS[named])
  })

  it.each(ORGANISATION_KINDS)('of the kind %s is never less than the kind tells, nor another thing', kind => {
    for (const named of [null, ...DISCLOSURES]) {
      const told = disclosedByBoth(kind, named)
      if (disclosedBy(kind) !== 0) expect([disclosedBy(kind), undefined]).toContain(told)
      // What a form is filled with reads back as the same.
      if (told !== undefined) expect(disclosedByBoth(kind, namedDisclosure(kind, told))).toBe(told)
    }
  })

  it('is read by those who may see that class of somebody, and by who keeps the directory', () => {
    const justice = { discloses: CLASS_BITS.offending }
    expect(mayReadOf(justice, CLASS_BITS.identity | CLASS_BITS.health, false)).toBe(false)
    expect(mayReadOf(justice, CLASS_BITS.offending, false)).toBe(true)
    expect(mayReadOf(justice, 0, true)).toBe(true)
    expect(mayReadOf({ discloses: 0 }, 0, false)).toBe(true)
  })
})

describe('Who answers for what', () => {
  const partnership = { name: 'Example Connexions', leadBody: 'Example Council', contractors: 'Example Careers Ltd' }
  it.each([
    ['direct-delivery', ['department gives-grant partnership', 'partnership employs advisers']],
    [
      'subcontracting',
      ['department gives-grant partnership', 'partnership contracts contractors', 'contractors employs advisers'],
    ],
    ['lead-body', ['department gives-grant lead-body', 'lead-body employs-or-contracts advisers']],
  ] as const)('in a %s partnership runs from the grant to the adviser', (model, wanted) => {
    const steps = accountabilityOf({ ...partnership, model })
    expect(steps.map(s => `${s.from.kind} ${s.does} ${s.to.kind}`)).toEqual(wanted)
    for (const [i, step] of steps.entries()) if (i > 0) expect(step.from).toEqual(steps[i - 1]?.to)
  })

  it('names no partnership that is no legal body as the holder of the grant', () => {
    const names = accountabilityOf({ ...partnership, model: 'lead-body' }).flatMap(s => [s.from.name, s.to.name])
    expect(names).toContain('Example Council')
    expect(names).not.toContain('Example Connexions')
  })
})
