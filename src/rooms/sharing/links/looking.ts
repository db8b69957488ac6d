/** What a link would show, made and opened for the length of one look: nothing of it is kept. */
import { actingAs, type Tx } from '#ground/database/tx.ts'
import type { AccountId, OrganisationId } from '#ground/ids.ts'
import { enterLink, makeSecureLink } from './actions.ts'
import type { Link } from './link.ts'
import { type Within, whoOpened } from './opened.ts'

/** Carries what was shown out of a transaction that is undone. */
class Shown<T> extends Error {
  constructor(readonly value: T) {
    super('shown')
  }
}

/**
 * Shows what somebody would see behind a link that a colleague makes for them: the link is made, entered and read by the same ways as ever, and
 * undone with all that came of it.
 * @returns undefined where the link could not be entered
 */
export async function lookThroughLink<T>(
  within: Within,
  tx: Tx,
  wanted: Omit<Parameters<typeof makeSecureLink>[1], 'madeBy'> & {
    readonly maker: { readonly accountId: AccountId; readonly organisationId: OrganisationId }
  },
  work: (tx: Tx, link: Link, token: string) => Promise<T>,
): Promise<T | undefined> {
  const { maker, ...link } = wanted
  const asMaker = {
    holders: [maker.accountId, maker.organisationId],
    actorKind: 'account',
    actorId: maker.accountId,
    organisationId: maker.organisationId,
  } as const
  try {
    return await within(tx, asMaker, async made => {
      const { token, code } = await makeSecureLink(made, { ...link, madeBy: maker.accountId })
      const entered = await enterLink(made, token, code)
      if (!entered.ok) throw new Shown(undefined)
      const opened = entered.value.link
      const them = {
        ...made.acting,
        ...whoOpened(made.acting.partnershipId, opened),
      }
      throw new Shown(await actingAs(made, them, theirs => work(theirs, opened, token)))
    })
  } catch (trouble) {
    if (trouble instanceof Shown) return trouble.value as T | undefined
    throw trouble
  }
}
