/** Writes `src/ground/database/tables.ts` anew from the migrations. Run by `npm run tables`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OWNER_LOGIN } from '../src/ground/database/admin-script.ts'
import { withClient } from '../src/ground/database/connect.ts'
import { ADMINISTRATOR } from '../src/ground/database/embedded/index.ts'
import { startThrowAway } from '../src/ground/database/embedded/throw-away.ts'
import { migrate } from '../src/ground/database/migrate.ts'
import { prepareServer } from '../src/ground/database/prepare.ts'
import { tableTypes } from '../src/ground/database/table-types.ts'
import { openLog } from '../src/ground/log.ts'

const log = openLog('warn')
const server = await startThrowAway({ log, what: 'npm run tables' })
try {
  await prepareServer(database => server.place(ADMINISTRATOR, database), 'tables')
  await migrate(server.place(OWNER_LOGIN, 'tables'), { log })
  const text = await withClient(server.place(OWNER_LOGIN, 'tables'), 'owner', tableTypes)
  writeFileSync(join(import.meta.dirname, '../src/ground/database/tables.ts'), text)
} finally {
  await server.stop()
}
