import { adminScript as scriptText } from '#ground/database/admin-script.ts'
import type { Command } from './command.ts'

export const adminScript: Command = {
  usage: 'admin-script   prints what the administrator of a PostgreSQL server runs once, before DATABASE_URL is set',
  async run(_args, { say }) {
    say(scriptText())
    return 0
  },
}
