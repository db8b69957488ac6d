import { parseArgs } from 'node:util'
import type { Tx } from '#ground/database/tx.ts'
import { findPartnershipByName, listOrganisations, listPartnerships } from '#rooms/directory/index.ts'
import { findAccountByEmail, inviteColleague, ROLES, resetAccount } from '#rooms/identity/index.ts'
import { commandActing } from '../acting.ts'
import { grantRole } from '../role-grants.ts'
import { type Command, CommandTrouble, needed } from './command.ts'
import { openFor } from './open.ts'

export const account: Command = {
  usage:
    'account create --email E --name N --role ROLE --partnership P [--organisation O] [--title T] | account reset --email E [--second-step]   prints a one-time link',
  async run(args, { config, clock, log, say }) {
    const [verb, ...rest] = args
    const { values } = parseArgs({
      args: rest,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        partnership: { type: 'string' },
        organisation: { type: 'string' },
        title: { type: 'string' },
        'second-step': { type: 'boolean' },
        data: { type: 'string' },
      },
    })
    if (verb !== 'create' && verb !== 'reset') throw new CommandTrouble('Say "account create" or "account reset".')
    const email = needed(values.email, '--email')
    const dataDir = values.data ?? config.DATA_DIR ?? './data'
    const ready = await openFor({
      config,
      clock,
      log,
      kind: 'live',
      what: 'connexions account',
      dataDir,
      mayUseServer: true,
      join: true,
    })
    try {
      const token =
        verb === 'reset'
          ? await ready.database.transaction(commandActing(clock, 'command'), tx =>
              reset(tx, email, values['second-step'] === true),
            )
          : await create(email)
      if (token === undefined) say(`${email} has an account and can act as this now.`)
      else {
        say('Hand this link over yourself. It works once and for three days; whoever holds it can set the password:')
        say(`${config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`}/link/${token}`)
      }
      return 0
    } finally {
      await ready.close()
    }

    async function create(address: string): Promise<string | undefined> {
      const name = needed(values.name, '--name')
      const role = ROLES.find(r => r === values.role)
      if (!role) throw new CommandTrouble(`--role must be one of ${ROLES.join(', ')}.`)
      const wanted = needed(values.partnership, '--partnership')
      const found = await ready.database.transaction(commandActing(clock, 'command'), async tx => ({
        one: await findPartnershipByName(tx, wanted),
        all: await listPartnerships(tx),
      }))
      if (!found.one)
        throw new CommandTrouble(
          `There is no partnership called "${wanted}".`,
          found.all.length === 0
            ? 'Make one with "connexions partnership create".'
            : `There are: ${found.all.map(p => p.name).join(', ')}.`,
        )
      return ready.database.transaction(commandActing(clock, 'command', found.one.id), async tx => {
        const organisations = (await listOrganisations(tx)).filter(o => o.state === 'open')
        const organisation =
          values.organisation === undefined ? organisations[0] : organisations.find(o => o.name === values.organisation)
        if (!organisation)
          throw new CommandTrouble(
            `There is no organisation called "${values.organisation}".`,
            `There are: ${organisations.map(o => o.name).join(', ')}.`,
          )
        const invited = await inviteColleague(tx, {
          email: address,
          name,
          role,
          jobTitle: values.title ?? '',
          organisationId: organisation.id,
        })
        await grantRole(tx, { accountId: invited.accountId, role })
        return invited.linkToken
      })
    }
  },
}

async function reset(tx: Tx, email: string, secondStep: boolean): Promise<string> {
  const found = await findAccountByEmail(tx, email)
  if (!found) throw new CommandTrouble(`There is no account with the email ${email}.`)
  return resetAccount(tx, found.id, secondStep)
}
