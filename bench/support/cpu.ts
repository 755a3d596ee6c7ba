// Seconds of processor that processes have used, read from /proc: what each side of a measurement cost.

import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts in hundredths of a second. */
const TICKS_PER_SECOND = 100

type Stat = { parent: number; own: number; ofEndedChildren: number }

export const cpuSecondsOf = (pid: number | 'self'): number => stat(pid)?.own ?? 0

/** Of the programs that this process has started and that have ended. */
export const cpuSecondsOfEnded = (): number => stat('self')?.ofEndedChildren ?? 0

/** A server with all the processes under it, those that have ended too. */
export const cpuSecondsOfTree = (pid: number): number =>
  (stat(pid)?.ofEndedChildren ?? 0) + tree(pid).reduce((sum, one) => sum + cpuSecondsOf(one), 0)

/** Memory of the whole tree without counting shared pages twice (proportional set size). */
export const memoryBytesOfTree = (pid: number): number => tree(pid).reduce((sum, one) => sum + proportional(one), 0)

export const parentOf = (pid: number): number => stat(pid)?.parent ?? 0

const tree = (pid: number): number[] => {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }))
  const under = (one: number): number[] => [
    one,
    ...parents.filter(({ parent }) => parent === one).flatMap((child) => under(child.pid)),
  ]
  return under(pid)
}

const stat = (pid: number | 'self'): Stat | null => {
  const text = read(`/proc/${pid}/stat`)
  // The name of the program may hold blanks: what counts begins after its bracket.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  if (fields.length < 22) return null
  const seconds = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) / TICKS_PER_SECOND
  return { parent: Number(fields[1]), own: seconds(11), ofEndedChildren: seconds(13) }
}

const proportional = (pid: number): number => {
  const found = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))
  return Number(found?.[1] ?? 0) * 1024
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
