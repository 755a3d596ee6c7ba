// No scanner is set: nothing is scanned, and whoever asks is told so.
import { sentence } from '../../core/sentence.ts'
import { lasting } from '../outcome.ts'
import type { ScanPort } from './port.ts'

export const createNoScanner = (): ScanPort => ({
  name: 'tanpa pemindai / no scanner',
  isSet: false,
  scan: async () => lasting(NOT_SET),
  version: async () => lasting(NOT_SET),
})

const NOT_SET = sentence(
  'Pemindai malware belum dipasang. Minta pengelola sistem memasang ClamAV dan mengisi MIPP_CLAMD.',
  'No malware scanner is set. Ask the system administrator to install ClamAV and to set MIPP_CLAMD.',
)
