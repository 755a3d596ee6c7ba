// When the program is asked to stop: by a signal, by Ctrl-C, or because its starter is gone.

/** Settles at the first such wish. A repeated one within two seconds is the same wish (npm passes Ctrl-C on); a later one ends at once. */
export function whenAskedToStop(): Promise<string> {
  return new Promise((resolve) => {
    let askedAt: number | undefined
    const ask = (reason: string) => {
      const now = performance.now()
      if (askedAt !== undefined && now - askedAt > 2000) process.exit(130)
      askedAt ??= now
      resolve(reason)
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, ask)
    process.once('disconnect', () => ask('disconnect'))
  })
}
