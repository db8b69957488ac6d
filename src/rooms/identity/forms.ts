import { choice } from '#web/form/choice.ts'
import { form } from '#web/form/form.ts'
import { email, secret, text } from '#web/form/text.ts'
import { LANGUAGES, type Language } from '#web/language.ts'
import { ROLES } from './roles.ts'
import { bareCode } from './rules.ts'
import { colleagues, wordsIn } from './words.ts'

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/

function formsOf(language: Language) {
  const words = wordsIn(language)
  return {
    signIn: form({
      email: email({ missing: words.signIn.missingEmail, notAnEmail: words.signIn.notAnEmail }),
      password: secret({ missing: words.signIn.missingPassword, max: 200, tooLong: words.signIn.wrong }),
    }),
    code: form({ code: text({ missing: words.code.missing, max: 40, tooLong: words.code.wrong }) }),
    password: form({ password: secret({ missing: words.link.missing, max: 1000, tooLong: words.link.tooLong }) }),
    choose: form({ membership: text({ missing: words.choose.missing, max: 60, tooLong: words.choose.missing }) }),
    language: form({ language: choice(LANGUAGES, { missing: words.account.languageMissing }) }),
    /** The postcode of one's own home; nothing forgets it. */
    home: form({ postcode: text({ optional: true, max: 12, tooLong: words.account.homeWrong }) }, value =>
      value.postcode === null || POSTCODE.test(bareCode(value.postcode))
        ? []
        : [{ field: 'postcode', message: words.account.homeWrong }],
    ),
  }
}

const forms = { en: formsOf('en'), cy: formsOf('cy') }

/** The forms of signing in and of one's own account, which say what is wrong in a language. */
export function formsIn(language: Language): ReturnType<typeof formsOf> {
  return forms[language]
}

export const inviteForm = form({
  name: text({ missing: colleagues.missingName, max: 200, tooLong: colleagues.tooLong }),
  email: email({ missing: colleagues.missingEmail, notAnEmail: colleagues.notAnEmail }),
  role: choice(ROLES, { missing: colleagues.missingRole }),
  'job-title': text({ optional: true, max: 200, tooLong: colleagues.tooLong }),
  organisation: text({
    missing: colleagues.missingOrganisation,
    max: 60,
    tooLong: colleagues.missingOrganisation,
  }),
})
