import type { AccountId } from '#ground/ids.ts'
import { choice } from '#web/form/choice.ts'
import { day } from '#web/form/day-field.ts'
import { form } from '#web/form/form.ts'
import { longText, text } from '#web/form/text.ts'
import { dayWords } from '../forms.ts'
import type { HostTerms, TermsFacts } from './terms.ts'
import { en } from './words.ts'

const line = (max: number, missing: string) => text({ missing, max, tooLong: en.tooLong(max) })
const maybe = (max: number) => text({ optional: true, max, tooLong: en.tooLong(max) })
const rule = (missing: string) => longText({ missing, max: 1000, tooLong: en.tooLong(1000) })

/** @param managers colleagues who may be chosen as line manager */
export function termsForm(managers: readonly AccountId[]) {
  return form({
    base: line(200, en.missingBase),
    phone: maybe(60),
    directs: line(120, en.missingDirects),
    manager: choice(managers, { missing: en.missingManager }),
    'may-tell': rule(en.missingMayTell),
    'may-not-tell': rule(en.missingMayNotTell),
    hours: line(300, en.missingHours),
    notice: maybe(300),
    inducted: day({ optional: true, ...dayWords }),
    agreed: day({ missing: en.missingAgreed, ...dayWords }),
    'agreed-with': line(120, en.missingAgreedWith),
    look: day({ missing: en.missingLook, ...dayWords }),
  })
}

type Value = Extract<ReturnType<ReturnType<typeof termsForm>['read']>, { ok: true }>['value']

export function factsOf(value: Value): TermsFacts {
  return {
    ...{ base: value.base, phone: value.phone ?? '', directs: value.directs, managerId: value.manager },
    ...{ mayTell: value['may-tell'], mayNotTell: value['may-not-tell'], hours: value.hours },
    ...{ notice: value.notice ?? '', inductedOn: value.inducted, agreedOn: value.agreed },
    ...{ agreedWith: value['agreed-with'], lookOn: value.look },
  }
}

export function filledWith(made: ReturnType<typeof termsForm>, t: HostTerms) {
  return made.fill({
    ...{ base: t.base, phone: t.phone, directs: t.directs, manager: t.managerId, 'may-tell': t.mayTell },
    ...{ 'may-not-tell': t.mayNotTell, hours: t.hours, notice: t.notice, inducted: t.inductedOn },
    ...{ agreed: t.agreedOn, 'agreed-with': t.agreedWith, look: t.lookOn },
  })
}
