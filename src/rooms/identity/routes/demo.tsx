/** The demo's way in. The database is asked what it was made for, not a flag. */
import type { Tx } from '#ground/database/tx.ts'
import { addError } from '#web/form/form.ts'
import { again, go, nothing } from '#web/register.ts'
import { openSession } from '../actions/sign-in.ts'
import { formsIn } from '../forms.ts'
import { html } from '../page.tsx'
import { DemoPage } from '../pages/account-pages.tsx'
import { findAccount, isDemoInstallation, listMemberships } from '../store/accounts.ts'
import { listColleagues } from '../store/colleagues.ts'
import { get, type HouseRoute, post } from '../visit.ts'
import { wordsIn } from '../words.ts'
import { fresh, type IdentityHouse, sessionCookie } from './shared.ts'

export function demoRoutes(house: IdentityHouse): HouseRoute[] {
  const colleagues = async (tx: Tx) => {
    const partnership = (await isDemoInstallation(tx)) ? await house.findDemoPartnership(tx) : undefined
    return partnership === undefined ? undefined : house.within(tx, partnership, listColleagues)
  }
  return [
    get(
      '/demo',
      {
        open: true,
        why: 'only in a database made for a demo, which holds nobody real',
        audit: { none: 'made-up staff' },
      },
      async visit => {
        const found = await colleagues(visit.tx)
        if (!found) return nothing('not a demo')
        return fresh(
          visit,
          html(
            <DemoPage
              form={formsIn(visit.visitor.language).choose.empty()}
              visitor={visit.visitor}
              colleagues={found}
            />,
          ),
        )
      },
    ),
    post(
      '/demo',
      { open: true, why: 'only in a database made for a demo, which holds nobody real', audit: 'account.signed-in' },
      async visit => {
        const found = await colleagues(visit.tx)
        if (!found) return nothing('not a demo')
        const form = formsIn(visit.visitor.language).choose.read(visit.body)
        const chosen = form.ok ? found.find(c => c.membershipId === form.value.membership) : undefined
        const account = chosen && (await findAccount(visit.tx, chosen.accountId))
        if (!account || !chosen) {
          const state = form.ok ? addError(form, wordsIn(visit.visitor.language).demo.missing) : form
          return again(html(<DemoPage form={state} visitor={visit.visitor} colleagues={found} />))
        }
        const membership = (await listMemberships(visit.tx, account.id)).find(m => m.id === chosen.membershipId)
        const opened = await openSession(visit.tx, account, 'signed-in', membership)
        return go('/', { cookies: [sessionCookie(opened.token)] })
      },
    ),
  ]
}
