// Asks for one kind of page again and again, in turns at every office, and keeps server time and bytes apart.
import type { RunningServer } from '../support/running-server.ts'
import type { Kind } from './pages.ts'

export type Measured = {
  name: string
  at: { count: number; ms: number[]; wireBytes: number[]; encoding: string }[]
}

type Measuring = { count: number; server: RunningServer; kinds: Kind[] }

const WARM_UP = 15

export const figuresOf = async (name: string, offices: readonly Measuring[], rounds: number): Promise<Measured> => {
  const at: Measured['at'] = offices.map(({ count }) => ({ count, ms: [], wireBytes: [], encoding: '' }))
  for (let turn = 0; turn < rounds + WARM_UP; turn += 1) {
    for (const [place, { server, kinds }] of offices.entries()) {
      const kind = kinds.find((one) => one.name === name)
      const figures = at[place]
      if (!kind || !figures) continue
      const path = kind.path(turn)
      const answer = await kind.visitor.ask(path)
      if (answer.status !== 200) throw new Error(`${name}: ${path} answered ${answer.status}`)
      const ms = await server.tookMs(answer.requestId)
      if (turn < WARM_UP) continue
      figures.ms.push(ms)
      figures.wireBytes.push(answer.wireBytes)
      figures.encoding = answer.encoding
    }
  }
  process.stderr.write(`${name}\n`)
  return { name, at }
}
