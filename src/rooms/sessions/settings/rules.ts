/** What a setting is, tells and allows. docs/rules/sessions.md */
import type { ContactKind } from '../contact.ts'
import type { DerivedSetting, Setting } from './setting.ts'

// The bits of the classes it may have: sessions, health, offending, care.
const [SESSIONS, HEALTH, OFFENDING, CARE] = [128, 256, 512, 1024]

/** The class a setting has by what it tells: that somebody is in hospital, in custody or in a secure home is not for everybody (K6). */
export function classOfSetting(setting: Setting | null): number {
  switch (setting) {
    case 'hospital':
      return HEALTH
    case 'custody':
      return OFFENDING
    case 'secure-home':
      return CARE
    default:
      return SESSIONS
  }
}

/** Whether nothing with a screen or a signal may be taken in: the notebook stays outside, and there is a sheet of paper. */
export function isSecure(setting: Setting | null): boolean {
  return setting === 'custody' || setting === 'secure-home'
}

/** The setting a kind of contact tells by itself; undefined where it has to be said. */
export function derivedSetting(kind: ContactKind): DerivedSetting | Setting | undefined {
  switch (kind) {
    case 'home-visit':
      return 'home'
    case 'phone':
      return 'phone'
    case 'video':
      return 'online'
    case 'text':
    case 'email':
    case 'letter':
      return 'in-writing'
    case 'outreach':
      return 'street'
    default:
      return undefined
  }
}

/** What is kept of a setting that was said: nothing where the kind tells it. */
export function keptSetting(kind: ContactKind, said: Setting | null): Setting | null {
  return derivedSetting(kind) === undefined ? said : null
}
