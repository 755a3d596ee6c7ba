// A client that a public generator (oazapfts) writes from the description which the running office publishes.
import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateSource } from 'oazapfts'
import { projectRoot } from '../../src/main/root.ts'

type Answer = { status: number; data: unknown; headers: Headers }
type Call = (given: Record<string, unknown>, options: { headers: Record<string, string> }) => Promise<Answer>

export type GeneratedClient = {
  /** One of its functions, by the operationId, sent under a token. @returns what was answered, whatever the status */
  call: (token: string, id: string, given?: Record<string, unknown>) => Promise<Answer>
  remove: () => Promise<void>
}

/** @param url of the office, without a path: it has one agency, which answers for every host */
export const generateClient = async (url: string): Promise<GeneratedClient> => {
  const folder = join(projectRoot(), '.cache', `client-${randomUUID()}`)
  const [description, source] = [join(folder, 'openapi.json'), join(folder, 'client.ts')]
  await mkdir(folder, { recursive: true })
  await writeFile(description, await (await fetch(`${url}/api/v1/openapi.json`)).text())
  await writeFile(source, await generateSource(description, { argumentStyle: 'object' }))
  const { defaults, ...client } = await import(source)
  defaults.baseUrl = `${url}/api/v1`
  const functions: Record<string, Call> = client
  return {
    call: async (token, id, given = {}) => {
      const one = functions[id]
      if (!one) throw new Error(`the generated client has no ${id}`)
      const options = { headers: token === '' ? {} : { authorization: `Bearer ${token}` } }
      // Without arguments a function takes its options first.
      return one.length <= 1 && Object.keys(given).length === 0
        ? (one as unknown as NoArguments)(options)
        : one(given, options)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

type NoArguments = (options: { headers: Record<string, string> }) => Promise<Answer>
