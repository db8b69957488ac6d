/** Reads what the program and the database have taken of the processors so far. */
import type { Place } from '#ground/database/connect.ts'
import { postmasterOf, processorOf, processorOfDatabase } from './processes.ts'
import { oneOfItsProcesses } from './store/contents.ts'

export type Reading = { readonly program: number | undefined; readonly database: number | undefined }

export type Meter = { read(): Reading }

/** A meter of a running program and the database it works on, where that is on this machine. */
export async function openMeter(pid: number, owner: Place): Promise<Meter> {
  const postmaster = await oneOfItsProcesses(owner, postmasterOf)
  return {
    read: () => ({
      program: processorOf(pid),
      database: postmaster === undefined ? undefined : processorOfDatabase(postmaster),
    }),
  }
}
