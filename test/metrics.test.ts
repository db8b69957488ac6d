/** What a monitor reads of a running program: how it stands, and nothing about anybody. */
import { afterAll, describe, expect, it } from 'vitest'
import { addMs } from '#ground/clock.ts'
import { addMonths } from '#ground/day.ts'
import { newId } from '#ground/ids.ts'
import { send } from '#ground/jobs/index.ts'
import { openLog } from '#ground/log.ts'
import { record } from '#rooms/audit/index.ts'
import { fieldsFor, listFolder, makeAgreement } from '#rooms/intake/index.ts'
import { afterMigrate } from '../src/commands/open.ts'
import { houseJobs } from '../src/house-jobs.ts'
import { listenForMonitor, openMetrics } from '../src/metrics.ts'
import { openTestDatabase } from './support/database.ts'
import { openTestHouse } from './support/house.ts'

const test = await openTestDatabase()
const house = await openTestHouse(test)
const metrics = openMetrics({ database: test.database, clock: house.clock })
const monitor = await listenForMonitor(metrics, { host: '127.0.0.1', port: 0, log: openLog('silent') })
afterAll(() => monitor.close())

const ask = (path = '/metrics', method = 'GET') => fetch(`http://127.0.0.1:${monitor.port}${path}`, { method })

describe('The page for a monitor', () => {
  it('tells requests by pattern, jobs, the lag of the audit, the age of feeds and the pool', async () => {
    await afterMigrate(test.ownerPlace)
    const { id, organisationId } = await house.partnership()
    const at = house.clock.now()
    await house.command(id, async tx => {
      await makeAgreement(tx, {
        organisationId,
        purpose: 'To know what young people do (made up)',
        power: 'Education and Skills Act 2008, section 72',
        fields: fieldsFor('school'),
        youngest: 13,
        oldest: 25,
        assessmentReference: 'DPIA-1',
        reviewOn: addMonths(tx.acting.today, 12),
        missingOfficerId: null,
      })
      await send(tx, houseJobs(listFolder('.')).intake.reading, { run: newId(at) })
      await record(tx, { action: 'list.read', about: [], payload: { name: 'Zebedee Planted' } })
    })
    metrics.answered({ method: 'GET', route: '/find', status: 200, seconds: 0.012 })
    house.clock.set(addMs(at, 90_000))
    const answer = await ask()
    const text = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')])
    const lines = text.split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        'connexions_http_request_seconds_count{method="GET",route="/find",status="200"} 1',
        'connexions_http_request_seconds_bucket{le="0.02",method="GET",route="/find",status="200"} 1',
        'connexions_jobs{kind="intake.read",state="waiting"} 1',
        'connexions_job_oldest_seconds{kind="intake.read",state="waiting"} 90',
        'connexions_audit_lag_seconds 90',
        `connexions_feed_age_seconds{partnership="${id}",organisation="${organisationId}"} -1`,
        'connexions_database_up 1',
        'connexions_database_connections{state="waiting"} 0',
      ]),
    )
    expect(text).toMatch(/connexions_database_transactions_total\{end="committed"\} [1-9]/)
    expect(text).toMatch(/connexions_audit_unsealed_events [1-9]/)
    expect(text).toContain('process_resident_memory_bytes')
    expect(text).not.toContain('Zebedee')
  })

  it('is the only page there, and only to be read', async () => {
    expect((await ask('/')).status).toBe(404)
    expect((await ask('/metrics', 'POST')).status).toBe(404)
    expect((await house.visitor().get('/metrics')).status).toBe(404)
  })
})
