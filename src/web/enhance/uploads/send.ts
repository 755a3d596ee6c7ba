// Sends one file piece by piece and goes on wherever the server says it stopped; waits out a broken line.

export type SendEvents = {
  /** The server has given it an identity: from now on it can be gone on with. */
  begun: (upload: string) => void
  sent: (bytes: number) => void
  /** @param seconds until the next try; null while the device has no line at all */
  waiting: (seconds: number | null) => void
}

export type SendEnd =
  | { state: 'whole'; upload: string; name: string }
  | { state: 'refused'; reason: string }
  /** By its sender, or by a limit of theirs. */
  | { state: 'stopped'; reason: string }
  | { state: 'signed-out' }
  | { state: 'failed' }

export type Sending = {
  file: Blob
  name: string
  /** Known to the server already. */
  upload: string | null
  /** The key that forms of this page carry. */
  key: string
  signal: AbortSignal
}

const UPLOADS = '/uploads'
const SMALLEST = 64 * 1024
const LARGEST = 4 * 1024 * 1024
/** A piece should take about so long: short enough to lose, long enough to be worth its way. */
const WANTED_MS = 1500
const PIECE_TIMEOUT_MS = 90_000
const MOST_TRIES = 10
const LONGEST_WAIT_S = 30

export const sendFile = async (sending: Sending, events: SendEvents): Promise<SendEnd> => {
  let place: Place = { upload: sending.upload, offset: null }
  let pieceBytes = SMALLEST
  let tries = 0
  while (!sending.signal.aborted) {
    const began = Date.now()
    const step = await nextStep(sending, place, pieceBytes)
    if (step.kind === 'end') return step.end
    if (step.kind === 'again') {
      tries += 1
      if (tries > MOST_TRIES) return { state: 'failed' }
      await rest(tries, sending.signal, events)
      // Only the server knows what of it has come.
      place = { upload: place.upload, offset: null }
      pieceBytes = SMALLEST
      continue
    }
    tries = 0
    if (place.upload === null) events.begun(step.upload)
    else if (place.offset !== null) pieceBytes = fitted(pieceBytes, Date.now() - began)
    place = { upload: step.upload, offset: step.offset }
    events.sent(step.offset)
  }
  return { state: 'stopped', reason: '' }
}

export const dropUpload = (upload: string, key: string): Promise<unknown> =>
  fetch(`${UPLOADS}/${upload}/drop`, { method: 'POST', body: new URLSearchParams({ csrf: key }) }).catch(() => null)

/** `offset` null: not known, ask first. */
type Place = { upload: string | null; offset: number | null }
type Step = { kind: 'on'; upload: string; offset: number } | { kind: 'again' } | { kind: 'end'; end: SendEnd }

const fitted = (bytes: number, ms: number): number =>
  Math.round(Math.min(LARGEST, Math.max(SMALLEST, bytes * Math.min(2, WANTED_MS / Math.max(1, ms)))))

const nextStep = async (sending: Sending, { upload, offset }: Place, pieceBytes: number): Promise<Step> => {
  try {
    const answer =
      upload === null
        ? await begin(sending)
        : offset === null
          ? await fetch(`${UPLOADS}/${upload}`, { signal: sending.signal, cache: 'no-store' })
          : await sendPiece(sending, upload, { from: offset, to: Math.min(offset + pieceBytes, sending.file.size) })
    return await stepOf(answer, upload)
  } catch {
    return { kind: 'again' }
  }
}

const begin = ({ name, file, key, signal }: Sending): Promise<Response> =>
  fetch(UPLOADS, {
    method: 'POST',
    body: new URLSearchParams({ csrf: key, name, bytes: String(file.size) }),
    signal,
    redirect: 'manual',
  })

const sendPiece = async (
  { file, key, signal }: Sending,
  upload: string,
  { from, to }: { from: number; to: number },
): Promise<Response> => {
  const part = await file.slice(from, to).arrayBuffer()
  const address = new URL(`${UPLOADS}/${upload}/piece`, location.href)
  address.searchParams.set('from', String(from))
  const sha256 = await hashOf(part)
  if (sha256 !== null) address.searchParams.set('sha256', sha256)
  return fetch(address, {
    method: 'POST',
    body: part,
    headers: { 'content-type': 'application/octet-stream', 'x-mipp-key': key },
    signal: AbortSignal.any([signal, AbortSignal.timeout(PIECE_TIMEOUT_MS)]),
  })
}

/** Only pages over TLS, or of this very machine, may count one. */
const hashOf = async (part: ArrayBuffer): Promise<string | null> => {
  if (!isSecureContext) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', part))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const stepOf = async (answer: Response, upload: string | null): Promise<Step> => {
  if (answer.type === 'opaqueredirect' || answer.status === 401) return { kind: 'end', end: { state: 'signed-out' } }
  const told = read(await answer.json().catch(() => null))
  if (answer.ok && told.upload !== '') {
    if (told.state === 'refused') return { kind: 'end', end: { state: 'refused', reason: told.reason } }
    if (told.state === 'whole') return { kind: 'end', end: { state: 'whole', upload: told.upload, name: told.name } }
    return { kind: 'on', upload: told.upload, offset: told.offset ?? 0 }
  }
  if (answer.status === 409 && upload !== null && told.offset !== null)
    return { kind: 'on', upload, offset: told.offset }
  if (answer.status >= 500) return { kind: 'again' }
  return { kind: 'end', end: { state: 'stopped', reason: told.reason } }
}

const read = (value: unknown) => {
  const part = (name: string): unknown =>
    typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined
  const text = (name: string): string => String(part(name) ?? '')
  const offset = part('offset')
  return {
    upload: text('upload'),
    name: text('name'),
    state: text('state'),
    reason: text('reason'),
    offset: typeof offset === 'number' ? offset : null,
  }
}

/** Longer and longer, never all at once; a line that comes back ends the wait. */
const rest = (tries: number, signal: AbortSignal, events: SendEvents): Promise<void> =>
  new Promise((resolve) => {
    const seconds = Math.min(LONGEST_WAIT_S, 2 ** (tries - 1))
    events.waiting(navigator.onLine ? seconds : null)
    const done = (): void => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, (navigator.onLine ? seconds : 3600) * 1000 * (0.8 + 0.4 * Math.random()))
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
