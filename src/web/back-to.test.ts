import { describe, expect, it } from 'vitest'
import { localAddress } from './back-to.ts'

describe('An address to go back to', () => {
  it.each([
    ['//elsewhere.example'],
    ['/\\elsewhere.example'],
    ['/.//elsewhere.example'],
    ['/a/..//elsewhere.example'],
    ['/\t/elsewhere.example'],
    ['/\n/elsewhere.example'],
    ['https://elsewhere.example/caseload'],
    ['javascript:alert(1)'],
    ['caseload'],
    [''],
    [`/${'a'.repeat(1000)}`],
    [undefined],
    [['/caseload']],
  ])('is not taken when it leads out, or is none: %j', asked => {
    expect(localAddress(asked)).toBeUndefined()
  })

  it.each([
    ['/caseload'],
    ['/caseload?due=late&page=2#row-1'],
    ['/caseload?q=Si%C3%A2n'],
    ['/caseload?q=https://elsewhere.example'],
  ])('is taken as it is when it is one of ours: %s', asked => {
    expect(localAddress(asked)).toBe(asked)
  })
})
