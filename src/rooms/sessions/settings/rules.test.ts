import { expect, it } from 'vitest'
import { classOfSetting, derivedSetting, isSecure, keptSetting } from './rules.ts'
import { SETTINGS, type Setting } from './setting.ts'

it.each<[Setting | null, number, boolean]>([
  [null, 128, false],
  ['school', 128, false],
  ['college', 128, false],
  ['training-or-work', 128, false],
  ['centre', 128, false],
  ['community', 128, false],
  ['street', 128, false],
  ['hospital', 256, false],
  ['custody', 512, true],
  ['secure-home', 1024, true],
  ['other', 128, false],
])('%s has class %i, and whether it is secure is %s', (setting, bit, secure) => {
  expect(classOfSetting(setting)).toBe(bit)
  expect(isSecure(setting)).toBe(secure)
})

it('every setting of the list is one of the table above', () => {
  expect(SETTINGS).toHaveLength(10)
})

it.each([
  ['home-visit', 'home'],
  ['phone', 'phone'],
  ['video', 'online'],
  ['text', 'in-writing'],
  ['email', 'in-writing'],
  ['letter', 'in-writing'],
  ['outreach', 'street'],
  ['meeting', undefined],
  ['with-others', undefined],
  ['group', undefined],
] as const)('a %s tells %s by itself', (kind, setting) => {
  expect(derivedSetting(kind)).toBe(setting)
  expect(keptSetting(kind, 'custody')).toBe(setting === undefined ? 'custody' : null)
})
