// A seal as an office puts it on a letter, for tests and measures that need none for real.
import type { Signature } from '../../paper/signing.ts'

export const SEALED: Signature = {
  method: 'seal',
  level: 'B-B',
  at: '2026-11-20T03:00:00.000Z',
  certificate: { subject: 'Segel', issuer: 'Segel', serial: '01', endsAt: '2030-01-01T00:00:00.000Z' },
  preparedSha256: 'a'.repeat(64),
}
