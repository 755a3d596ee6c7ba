// An office of two dossiers whose record somebody tampers with as its owner, and what `mipp events verify` says of it.
import pg from 'pg'
import { sealDay } from '../../src/store/daily-roots.ts'
import { mipp } from './command-line.ts'
import { createTestDatabase } from './database.ts'
import { openHandling } from './handling.ts'

export type TamperedOffice = Awaited<ReturnType<typeof openTamperedOffice>>

export const openTamperedOffice = async () => {
  const database = await createTestDatabase()
  const handling = await openHandling(database)
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  return {
    owner,
    submit: handling.submit,
    /** The first is the one that is tampered with. */
    twoDossiers: async () => {
      const first = await handling.submit()
      await handling.submit()
      return first
    },
    enter: (dossier: string) =>
      handling.finish(dossier, 'catat', { urgency: 'segera', secrecy: 'biasa', receivedOn: '2026-11-20' }),
    seal: (day: string, page?: number) =>
      sealDay(handling.storeAs('mipp_worker'), handling.agency, {
        day,
        now: `${day}T17:30:00.000Z`,
        ...(page === undefined ? {} : { page }),
      }),
    verify: (...args: string[]) => mipp(['events', 'verify', ...args], { DATABASE_URL: database.ownerUrl }),
    close: async () => {
      await owner.end()
      await handling.close()
      await database.drop()
    },
  }
}
