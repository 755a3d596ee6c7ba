// Files on their way, kept on this device, so that a reload of the page goes on where it stopped. Without storage they are not kept.

export type KeptFile = {
  /** The identity the server gave it. */
  upload: string
  /** The page and the control it belongs to. */
  path: string
  control: string
  name: string
  bytes: number
  type: string
  /** Gone once the server has all of it. */
  file: Blob | null
  /** Milliseconds since 1970. */
  at: number
}

const NAME = 'mipp-uploads'
const STORE = 'file'
/** As long as the server keeps what nobody uses. */
const KEEP_MS = 24 * 60 * 60 * 1000

export const keepFile = (file: KeptFile): Promise<void> => within((store) => store.put(file)).then(() => undefined)

export const forgetFile = (upload: string): Promise<void> =>
  within((store) => store.delete(upload)).then(() => undefined)

export const keptFiles = async (path: string, now: number): Promise<KeptFile[]> => {
  const all: unknown = await within((store) => store.getAll())
  const files = Array.isArray(all) ? all.filter(isKept) : []
  for (const old of files.filter((one) => now - one.at > KEEP_MS)) await forgetFile(old.upload)
  return files.filter((one) => one.path === path && now - one.at <= KEEP_MS)
}

/** After signing out nothing of the reader stays on the device. */
export const forgetAllFiles = (): void => {
  indexedDB.deleteDatabase(NAME)
}

const isKept = (value: unknown): value is KeptFile =>
  typeof value === 'object' && value !== null && 'upload' in value && 'path' in value && 'control' in value

/** Storage may be full or forbidden; then a reload begins anew. */
const within = async <T>(act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T | null> => {
  try {
    const database = await opened()
    return await new Promise<T | null>((resolve) => {
      const request = act(database.transaction(STORE, 'readwrite').objectStore(STORE))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => resolve(null)
    }).finally(() => database.close())
  } catch {
    return null
  }
}

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asking = indexedDB.open(NAME, 1)
    asking.onupgradeneeded = () => asking.result.createObjectStore(STORE, { keyPath: 'upload' })
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(new Error('no storage'))
    asking.onblocked = () => reject(new Error('no storage'))
  })
