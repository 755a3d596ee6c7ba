// The words of uploads in the language of the page.
import { upload as en } from '../../text/en/upload.ts'
import { upload as id } from '../../text/id/upload.ts'

export const uploadWords = (): typeof id => (document.documentElement.lang === 'en' ? en : id)

/** As the server writes it. */
export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`

/** A limit is told as its field tells it, in the megabytes of a machine. */
export const limitWords = (bytes: number): string => `${Math.floor(bytes / 1024 / 1024)} MB`
