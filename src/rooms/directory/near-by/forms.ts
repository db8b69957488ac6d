import type { OrganisationId } from '#ground/ids.ts'
import { choice, choices } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { integer } from '#web/form/integer.ts'
import { longText, text } from '#web/form/text.ts'
import { type Need, SAME_DAY, type Service, type ServiceFacts } from './service.ts'
import { en } from './words.ts'

const short = (max: number) => ({ optional: true as const, max, tooLong: en.tooLong(max) })

const age = (missing: string) => integer({ missing, notANumber: en.age, outOfRange: en.age, min: 11, max: 25 })

/** @param offered organisations that may be chosen */
export function serviceForm(needs: readonly Need[], offered: readonly OrganisationId[]) {
  return form({
    name: text({ missing: en.missingName, max: 120, tooLong: en.tooLong(120) }),
    organisation: choice(offered, { optional: true, notOffered: en.choose }),
    'run-by': text(short(120)),
    about: longText(short(1000)),
    needs: choices(
      needs.map(one => one.code),
      { missing: en.missingNeeds },
    ),
    'min-age': age(en.missingMin),
    'max-age': age(en.missingMax),
    place: text(short(200)),
    cost: text(short(200)),
    'how-to': longText({ missing: en.missingHow, max: 1000, tooLong: en.tooLong(1000) }),
    'same-day': choices(SAME_DAY, { optional: true, notOffered: en.choose }),
    'open-when': text(short(300)),
  })
}

type Value = Extract<ReturnType<ReturnType<typeof serviceForm>['read']>, { ok: true }>['value']

export function factsOf(value: Value): ServiceFacts {
  return {
    ...{ name: value.name, organisationId: value.organisation, runBy: value['run-by'] ?? '' },
    ...{ about: value.about ?? '', needs: value.needs, minAge: value['min-age'], maxAge: value['max-age'] },
    ...{ place: value.place ?? '', cost: value.cost ?? '', howTo: value['how-to'] },
    ...{ sameDay: value['same-day'], openWhen: value['open-when'] ?? '' },
  }
}

export function filledWith(made: ReturnType<typeof serviceForm>, s: Service) {
  return made.fill({
    ...{ name: s.name, organisation: s.organisationId, 'run-by': s.organisationId === null ? s.runBy : null },
    ...{ about: s.about, needs: s.needs, 'min-age': s.minAge, 'max-age': s.maxAge, place: s.place, cost: s.cost },
    ...{ 'how-to': s.howTo, 'same-day': s.sameDay, 'open-when': s.openWhen },
  })
}

export const tipForm = form({
  words: longText({ missing: en.tipMissing, max: 500, tooLong: en.tooLong(500) }),
})
