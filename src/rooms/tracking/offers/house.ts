/** What is handed down to applications and the guarantee. */
import type { FramePerson } from '#rooms/people/index.ts'
import type { FileReaders } from '../absences/file/house.ts'

export type OffersHouse = Pick<FileReaders, 'dayReader'> & { readonly frame: FramePerson }
