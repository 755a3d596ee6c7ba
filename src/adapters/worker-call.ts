// Asks a helper beside the server one question after the other; a helper that is late, too big or dead is replaced.

export type WorkerCall = {
  /** The answer is foreign: parse it. Rejects with CallLost when the helper was lost over this question. */
  call: (question: object, supply?: Supply) => Promise<unknown>
  close: () => Promise<void>
}

/** Bytes of a large file from one place to another, which the helper asks for while it works on its question. */
export type Supply = (from: number, to: number) => Uint8Array

export type WorkerCallConfig = {
  /** How messages call it. */
  name: string
  start: StartHelper
  /** For one question, from the moment that a helper gets it. */
  deadlineMs: number
  /** Let go when it had nothing to do for so long. Never, if left out. */
  idleMs?: number
}

export type StartHelper = (events: HelperEvents) => Helper

export type HelperEvents = {
  /** It can be asked from now on. */
  ready: () => void
  answer: (answer: unknown) => void
  /** It is gone, or must be. */
  end: (reason: Error) => void
}

export type Helper = {
  ask: (question: object, supply?: Supply) => void
  /** An idle helper does not keep the server alive. */
  setBusy: (isBusy: boolean) => void
  stop: () => Promise<void>
}

/** `unstarted`: it never came up, so the question is not to blame. */
export type LossCause = 'late' | 'big' | 'ended' | 'unstarted' | 'closed'

export class CallLost extends Error {
  readonly why: LossCause
  constructor(why: LossCause, message: string) {
    super(message)
    this.why = why
  }
}

export const createWorkerCall = ({ name, start, deadlineMs, idleMs }: WorkerCallConfig): WorkerCall => {
  const line: Asked[] = []
  let current: Asked | null = null
  let helper: Helper | null = null
  let isReady = false
  let deadline: NodeJS.Timeout | undefined
  let idle: NodeJS.Timeout | undefined

  const begin = (): Helper => {
    isReady = false
    const started = start({
      ready: () => {
        if (helper !== started) return
        isReady = true
        if (current) put(started, current)
      },
      answer: (answer) => {
        // Not from one that was given up: its late answer belongs to nobody.
        if (helper !== started) return
        done()?.resolve(answer)
        next()
      },
      end: (reason) => {
        if (helper === started) lose(reason)
      },
    })
    return started
  }

  const done = (): Asked | null => {
    const asked = current
    current = null
    clearTimeout(deadline)
    return asked
  }

  const lose = (reason: Error): void => {
    void drop()
    done()?.reject(reason)
    next()
  }

  const drop = async (): Promise<void> => {
    const gone = helper
    helper = null
    clearTimeout(idle)
    await gone?.stop()
  }

  const next = (): void => {
    if (current) return
    const asked = line.shift()
    if (asked) ask(asked)
    else rest()
  }

  const ask = (asked: Asked): void => {
    current = asked
    clearTimeout(idle)
    helper ??= begin()
    helper.setBusy(true)
    if (isReady) put(helper, asked)
    else giveUpAfter(START_MS, new CallLost('unstarted', `${name} did not start within ${START_MS} ms`))
  }

  const put = (ready: Helper, { question, supply }: Asked): void => {
    giveUpAfter(deadlineMs, new CallLost('late', `${name} did not answer within ${deadlineMs} ms`))
    ready.ask(question, supply)
  }

  const giveUpAfter = (ms: number, reason: CallLost): void => {
    clearTimeout(deadline)
    deadline = setTimeout(() => lose(reason), ms)
  }

  const rest = (): void => {
    helper?.setBusy(false)
    clearTimeout(idle)
    if (helper && idleMs !== undefined) idle = setTimeout(() => void drop(), idleMs).unref()
  }

  return {
    call: (question, supply) =>
      new Promise((resolve, reject) => {
        line.push({ question, supply, resolve, reject })
        next()
      }),
    close: async () => {
      const asked = [done(), ...line.splice(0)]
      const dropped = drop()
      for (const one of asked) one?.reject(new CallLost('closed', `${name} was closed`))
      await dropped
    },
  }
}

/** Apart from the deadline: a machine that is busy starting is no fault of the question. */
const START_MS = 30_000

type Asked = {
  question: object
  supply: Supply | undefined
  resolve: (answer: unknown) => void
  reject: (reason: Error) => void
}
