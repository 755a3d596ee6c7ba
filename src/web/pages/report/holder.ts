// Who writes a report without an account: nobody by name, only a browser with a sealed cookie that ends with the day.
import type { Context } from 'hono'
import { z } from 'zod'
import { sentence } from '../../../core/sentence.ts'
import { reporterToken, setReporter } from '../../request/cookies.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'
import { placeOf, REPORT_FILE_BY_OFFICE, REPORT_FILE_BY_PLACE, tryOnce } from '../account/limits.ts'
import { openSealed, sealedFor } from './sealed.ts'

type Web = Context<WebEnv>

export const REPORT_BASE = '/report'

/** Evidence, not archives: smaller than what somebody with an account may send. */
export const REPORT_FILES = 5
export const REPORT_FILE_MEGABYTES = 5
const REPORT_FILE_BYTES = REPORT_FILE_MEGABYTES * 1024 * 1024
const HOURS = 24

const shape = z.object({ kind: z.literal('reporter'), holder: z.uuid() })

export const holderOf = (c: Web, services: Services): string | null =>
  openSealed(c, services, reporterToken(c, services), { shape, hours: HOURS })?.holder ?? null

/** Set with the form: nothing is written down of whoever only looks. */
export const beginHolder = (c: Web, services: Services): string => {
  const holder = services.newId()
  setReporter(c, services, sealedFor(c, services, { kind: 'reporter', holder }), HOURS)
  return holder
}

/** How the files of a report are taken: few, small, so many an hour of one place and of the whole office. */
export const reportKeeping = (c: Web, services: Services) => {
  const holder = holderOf(c, services)
  let taken = 0
  return {
    files: services.files,
    log: services.log,
    maxBytes: REPORT_FILE_BYTES,
    tooMany: holder === null ? NOT_HELD : TOO_MANY,
    mayKeep: async (): Promise<boolean> => {
      taken += 1
      if (holder === null || taken > REPORT_FILES) return false
      const place = await tryOnce(c, services, REPORT_FILE_BY_PLACE, placeOf(c, services))
      return place.isAllowed && (await tryOnce(c, services, REPORT_FILE_BY_OFFICE, '')).isAllowed
    },
  }
}

const NOT_HELD = sentence(
  'Berkas ini belum disimpan karena formulir sudah lama terbuka atau kuki dimatikan. Isian lain tetap ada; pilih berkasnya sekali lagi.',
  'This file was not kept: the form had been open for long, or cookies are switched off. Everything else is still here; choose the file once more.',
)
const TOO_MANY = sentence(
  'Terlalu banyak berkas dikirim tanpa akun: paling banyak 5 dalam satu laporan, dan sejumlah tertentu dalam satu jam. Isian lain tetap ada; kirim tanpa berkas ini, atau unggah lagi satu jam lagi.',
  'Too many files were sent without an account: 5 in one report at most, and only so many within an hour. Everything else is still here; send without this file, or upload it again in an hour.',
)
