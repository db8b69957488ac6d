/** The whole register, read without a server: which addresses there are and who may ask for them. */
import { randomBytes } from 'node:crypto'
import { type HouseRoute, sealerFrom } from '#rooms/identity/index.ts'
import { listFolder } from '#rooms/intake/index.ts'
import { houseRoutes } from '../../src/house.ts'
import { houseJobs } from '../../src/house-jobs.ts'

/** Every line of every room. Nothing answers: what lines answer with is never called. */
export function registerLines(): HouseRoute[] {
  const folder = listFolder('/nonexistent')
  const jobs = houseJobs(folder)
  const options = {
    intake: { folder, jobs: jobs.intake, nudge: () => {} },
    matching: { jobs: jobs.matching, nudge: () => {} },
    sealer: sealerFrom(randomBytes(32)),
    publicUrl: 'http://127.0.0.1',
    database: {},
    clock: {},
    log: {},
  }
  return houseRoutes(options as unknown as Parameters<typeof houseRoutes>[0])
}

/** The line of the register that answers an address, if one does. */
export function lineOf(lines: readonly HouseRoute[], method: 'GET' | 'POST', path: string): HouseRoute | undefined {
  const matching = lines.filter(line => line.method === method && patternOf(line.path).test(path))
  // As the router does: a fixed word goes before a parameter.
  return matching.toSorted((a, b) => a.path.split(':').length - b.path.split(':').length)[0]
}

function patternOf(path: string): RegExp {
  const parts = path
    .split('/')
    .map(part => (part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')))
  return new RegExp(`^${parts.join('/')}/?$`)
}
