// The log of an office in a test, to be read line by line.
import type { DestinationStream } from 'pino'

export type LogLine = Record<string, unknown> & { level: string; msg: string }
export type LogBook = DestinationStream & { lines: () => LogLine[] }

export const logBook = (): LogBook => {
  const written: string[] = []
  return {
    write: (line) => void written.push(line),
    lines: () => written.map((line): LogLine => JSON.parse(line)),
  }
}
