// One event stream for all tabs of a browser: one tab holds it and passes on what it hears.

/** The stream was closed for good (signed out, server away): it is tried again after this time. */
const RETRY_MS = 20_000

/** Calls `hear` whenever tasks came or went, in every tab, whichever of them holds the stream. */
export const shareStream = (url: string, hear: () => void): void => {
  const name = `mipp-live ${new URL(url, location.href).pathname}`
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', hear)
  const tell = () => {
    channel.postMessage('tasks')
    hear()
  }
  // Locks need a secure context; without them each tab keeps a stream of its own.
  if (!('locks' in navigator)) {
    holdStream(url, tell)
    return
  }
  // The promise never settles: the lock is held until the tab goes, then the next tab gets it.
  void navigator.locks.request(name, () => new Promise<never>(() => holdStream(url, tell)))
}

const holdStream = (url: string, tell: () => void): void => {
  let wasLost = false
  const stream = new EventSource(url)
  stream.addEventListener('tasks', tell)
  stream.addEventListener('open', () => {
    // What came while the line was down was not heard.
    if (wasLost) tell()
    wasLost = false
  })
  stream.addEventListener('error', () => {
    wasLost = true
    if (stream.readyState !== EventSource.CLOSED) return
    setTimeout(() => holdStream(url, tell), RETRY_MS)
  })
}
