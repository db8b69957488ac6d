import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { email, secret, text } from '#web/form/text.ts'
import { ROLES } from './roles.ts'
import { bareCode } from './rules.ts'
import { en } from './words.ts'

const longCode = { max: 40, tooLong: en.code.wrong }

export const signInForm = form({
  email: email({ missing: en.signIn.missingEmail, notAnEmail: en.signIn.notAnEmail }),
  password: secret({ missing: en.signIn.missingPassword, max: 200, tooLong: en.signIn.wrong }),
})

export const codeForm = form({ code: text({ missing: en.code.missing, ...longCode }) })

export const passwordForm = form({
  password: secret({ missing: en.link.missing, max: 1000, tooLong: en.link.tooLong }),
})

export const chooseForm = form({
  membership: text({ missing: en.choose.missing, max: 60, tooLong: en.choose.missing }),
})

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/

/** The postcode of one's own home; nothing forgets it. */
export const homeForm = form({ postcode: text({ optional: true, max: 12, tooLong: en.account.homeWrong }) }, value =>
  value.postcode === null || POSTCODE.test(bareCode(value.postcode))
    ? []
    : [{ field: 'postcode', message: en.account.homeWrong }],
)

export const inviteForm = form({
  name: text({ missing: en.people.missingName, max: 200, tooLong: en.people.tooLong }),
  email: email({ missing: en.people.missingEmail, notAnEmail: en.signIn.notAnEmail }),
  role: choice(ROLES, { missing: en.people.missingRole }),
  'job-title': text({ optional: true, max: 200, tooLong: en.people.tooLong }),
  organisation: text({ missing: en.people.missingOrganisation, max: 60, tooLong: en.people.missingOrganisation }),
})
