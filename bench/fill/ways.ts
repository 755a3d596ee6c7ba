// How many histories of which way: their shares are those of an office where most requests come to a good end.
import type { Procedure } from '../../src/core/procedure/schema.ts'
import type { Way } from './histories.ts'

const TARGETS = ['hosting', 'alamat-ip'] as const
const KINDS = ['baru', 'ubah', 'hapus'] as const

export const waysFor = (procedure: Procedure): Way[] => {
  const steps = procedure.steps.map(({ step }) => step)
  const waiting = steps.slice(1)
  return KINDS.flatMap((kind) =>
    TARGETS.flatMap((target): Way[] => {
      const one = { kind, target }
      return [
        ...times(kind === 'baru' ? 56 : 24, { ...one, comes: 'finished' }),
        ...times(6, { ...one, comes: 'returned' }),
        ...times(kind === 'baru' ? 9 : 3, { ...one, comes: 'rejected' }),
        ...times(kind === 'baru' ? 6 : 1, { ...one, comes: 'withdrawn', withdrawAt: 'catat' }),
        { ...one, comes: 'withdrawn', withdrawAt: 'disposisi-sekretaris' },
        ...waiting.flatMap((stopAt) => times(3, { ...one, comes: 'finished', stopAt })),
        { ...one, comes: 'returned', stopAt: 'ajukan' },
        { ...one, comes: 'returned', stopAt: 'catat' },
        { ...one, comes: 'finished', fails: true },
      ]
    }),
  )
}

const times = (count: number, way: Way): Way[] => Array.from({ length: count }, () => way)
