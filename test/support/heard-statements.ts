// What a program says to its database, heard and said again: so an older release can be met without being started.
import pg from 'pg'

type Role = 'mipp_app' | 'mipp_worker'
export type Statement = {
  /** Which of its connections said it, and in which role. */
  line: number
  role: Role
  text: string
  values: unknown[]
}

/** @returns what is said from now on, in its order */
export const hearStatements = (pools: Record<Role, pg.Pool>): Statement[] => {
  const heard: Statement[] = []
  const lines = new Map<pg.PoolClient, number>()
  const hear = (role: Role) => (client: pg.PoolClient) => {
    if (lines.has(client)) return
    const line = lines.size
    lines.set(client, line)
    const query = client.query.bind(client) as (...all: unknown[]) => unknown
    client.query = ((first: string | pg.QueryConfig, ...rest: unknown[]) => {
      const { text, values } = typeof first === 'string' ? { text: first, values: undefined } : first
      heard.push({ line, role, text, values: values ?? (Array.isArray(rest[0]) ? rest[0] : []) })
      return query(first, ...rest)
    }) as typeof client.query
  }
  pools.mipp_app.on('acquire', hear('mipp_app'))
  pools.mipp_worker.on('acquire', hear('mipp_worker'))
  return heard
}

/** @returns what the database refused, each with its reason */
export const sayAgain = async (
  { appUrl, workerUrl }: { appUrl: string; workerUrl: string },
  statements: Statement[],
): Promise<string[]> => {
  const lines = new Map<number, pg.Client>()
  const refused: string[] = []
  for (const { line, role, text, values } of statements) {
    const client = lines.get(line) ?? new pg.Client({ connectionString: role === 'mipp_app' ? appUrl : workerUrl })
    if (!lines.has(line)) await client.connect()
    lines.set(line, client)
    await client.query(text, values).catch((error: unknown) => refused.push(`${error}: ${text}`))
  }
  for (const client of lines.values()) await client.end()
  return refused
}
