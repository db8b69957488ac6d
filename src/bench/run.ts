/** The bench from start to end: a database of its own, people, the real program in its own process, and the clock on each line. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasRoom } from '#ground/database/embedded/throw-away.ts'
import { type Figures, type Measure, measure } from './asking.ts'
import { measureCold } from './cold.ts'
import { measureDisk } from './disk.ts'
import { measureDrill } from './drill.ts'
import { measureIntake } from './intake.ts'
import { drawUp, openingRecords, signInStaff } from './lines.ts'
import { openMeter } from './meter.ts'
import { measureMixed } from './mixed.ts'
import { type Benching, openBench, openFurnished, ownerWhileServed } from './opening.ts'
import type { Place } from './people.ts'
import { writePlans } from './plans.ts'
import { type Program, startProgram } from './program.ts'
import type { Outcome } from './report.ts'
import { measureReturns } from './returns.ts'
import { measureSoak } from './soak.ts'
import { countContents } from './store/contents.ts'
import { measureStorm, prepareStorm } from './storm.ts'

/** Requests of the mixed load for each time a line is asked. */
const MIXED_TIMES = 5

/** Furnishes the database unless it is, measures, and answers with the figures. */
export async function runBench(benching: Benching): Promise<Outcome> {
  const { clock, dataDir, times, contacts, onServer, say } = benching
  const wants = wanted(benching.only)
  const { ready, place } = await openFurnished(benching)
  const contents = await countContents(ready.ownerPlace)
  const staff = await signInStaff(ready, clock, place)
  const emails = wants('sign-in storm') ? await prepareStorm(ready, { clock, place, dataDir }) : []
  await ready.close()
  const disk = await measureDisk(dataDir)
  const record = openingRecords(staff)
  const outcome: Mutable<Outcome> = {
    contents,
    disk,
    people: place.size,
    contactsEach: contacts,
    times,
    onServer,
    figures: [],
  }
  if (wants('cold start')) {
    outcome.cold = await measureCold(benching, record)
    say(`Cold start: ready after ${ms(outcome.cold.ready)}, first record open after ${ms(outcome.cold.opened)}`)
  }
  const program = benching.hold(closing(await startProgram(benching)))
  try {
    const lines = await drawUp(staff, clock, program.port)
    outcome.figures = await measureLines(benching, program, lines)
    if (wants('mixed load')) {
      const meter = await openMeter(program.pid, ownerWhileServed(benching))
      outcome.mixed = await measureMixed(program.port, lines, times * MIXED_TIMES, meter)
      say(`Mixed load: ${Math.round(outcome.mixed.perSecond)} a second, p95 ${ms(outcome.mixed.p95)}`)
    }
    if (wants('sign-in storm')) {
      outcome.storm = await measureStorm(program.port, { clock, emails, record })
      say(`Sign-in storm: p95 ${ms(outcome.storm.signIns.p95)}, slowest ${ms(outcome.storm.signIns.most)}`)
      if (outcome.storm.errors > 0) say(`${outcome.storm.errors} met trouble. The program said: ${program.lastWords()}`)
    }
    if (benching.soakMinutes > 0 && wants('soak')) {
      say(`Soak: ${benching.soakMinutes} minutes from now.`)
      outcome.soak = await measureSoak(program, lines, benching.soakMinutes)
    }
  } finally {
    await program.close()
  }
  const why = outcome.figures.filter(f => benching.plans || (f.budget !== null && f.p95 > f.budget)).map(f => f.name)
  if (why.length > 0 && onServer)
    say(
      'Plans are written on the database we carry only: on a server auto_explain is its administrator’s to switch on.',
    )
  else if (why.length > 0) {
    const into = join(tmpdir(), `connexions-bench-plans-${process.pid}-${place.size}.txt`)
    const draw = async (port: number) => (await drawUp(staff, clock, port)).filter(line => why.includes(line.name))
    say(
      `The plans of ${benching.plans ? 'every line' : 'what missed its budget'} are in ${await writePlans({ dataDir, into }, draw)}`,
    )
  }
  if (wants('lists') || wants('intake')) outcome.intake = await intake(benching, place)
  if (wants('monthly return')) {
    outcome.returns = await measureReturns(place.size)
    const { written, checked } = outcome.returns
    say(`Monthly return: written in ${written.seconds.toFixed(1)} seconds, checked in ${checked.seconds.toFixed(1)}`)
  }
  // Room for a second database and for the backup of it, a fifth of its size.
  if (wants('backup and restore') && !onServer && !hasRoom(dataDir, contents.bytes * 1.2 + 1e9))
    say('Backup and restore is left out: the disk has no room for the database a second time.')
  else if (wants('backup and restore')) {
    outcome.drill = await measureDrill(benching)
    say(`Backup in ${outcome.drill.saving.toFixed(1)} seconds, restore in ${outcome.drill.restoring.toFixed(1)}`)
  }
  return outcome
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Whether a line was asked for, by its name. */
function wanted(only: readonly string[]): (name: string) => boolean {
  return name => only.length === 0 || only.some(words => name.toLowerCase().includes(words))
}

async function measureLines(
  { times, only, say }: Benching,
  program: Program,
  lines: readonly Measure[],
): Promise<Figures[]> {
  const figures: Figures[] = []
  for (const line of lines) {
    if (!wanted(only)(line.name)) continue
    const figure = await measure(program.port, line, times, program.takeTimes)
    figures.push(figure)
    say(`${line.name}: p50 ${ms(figure.p50)}, p95 ${ms(figure.p95)}, ${Math.round(figure.rate)} a second`)
  }
  return figures
}

async function intake(benching: Benching, place: Place): Promise<NonNullable<Outcome['intake']>> {
  const { clock, log, dataDir, rows, say } = benching
  const ready = await openBench(benching)
  try {
    const measured = await measureIntake(ready, { clock, log, dataDir, place, rows })
    say(`Lists: ${measured.rows} rows in ${measured.seconds.toFixed(1)} seconds`)
    return measured
  } finally {
    await ready.close()
  }
}

function closing(program: Program): Program & { close(): Promise<void> } {
  return { ...program, close: () => program.stop() }
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}
