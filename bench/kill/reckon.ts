// The weather is over: every request goes to its end, the queue runs empty, and then all that is there is counted.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Catalogue } from '../../src/core/agency/catalogue.ts'
import { loadCatalogue } from '../../src/main/catalogue.ts'
import { projectRoot } from '../../src/main/root.ts'
import { isWhole, verifiedLines, verifyEvents } from '../../src/main/verify-events.ts'
import { openOwnerStore } from '../../src/store/owner.ts'
import type { Acknowledged } from './caller.ts'
import { checkAnswers, checkTransitions } from './check-commands.ts'
import { checkEffects, type Effects } from './check-effects.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkRows } from './check-rows.ts'
import { insist } from './contradiction.ts'
import { readHistories } from './histories.ts'
import { hurry, untilQueueIsEmpty } from './queue.ts'
import { AGENCY, type Stage } from './stage.ts'

const HURRY_MS = 1000

/** Tries that wait for minutes are brought forward. @param walking settles when every request is at its end @throws Contradiction */
export const becomeCalm = (stage: Stage, walking: Promise<void>, goOn: () => void): Promise<void> =>
  inClient(stage, async (client) => {
    const hurrying = setInterval(() => void hurry(client).catch(() => undefined), HURRY_MS)
    try {
      await walking
    } finally {
      clearInterval(hurrying)
    }
    await untilQueueIsEmpty(client, goOn)
  })

/** Nobody may be at work. @throws Contradiction */
export const reckon = (stage: Stage, given: readonly Acknowledged[]): Promise<Effects> =>
  inClient(stage, async (client) => {
    await client.query('begin')
    try {
      return await countAll(client, stage, given)
    } finally {
      await client.query('rollback')
    }
  })

/** Within a transaction. @throws Contradiction */
export const countAll = async (
  client: pg.Client,
  stage: Pick<Stage, 'postgres' | 'folder' | 'outside'>,
  given: readonly Acknowledged[],
): Promise<Effects> => {
  const histories = await readHistories(client, AGENCY)
  const open = await client.query(`select number, version from dossier where status = 'open'`)
  insist(open.rows.length === 0, `Stuck: ${JSON.stringify(open.rows)}`)
  await checkAnswers(client, AGENCY, given)
  checkTransitions(histories, given)
  await checkRows(client, { catalogue: await readCatalogue(), agency: AGENCY, histories })
  await checkNumbers(client, AGENCY, histories)
  await checkChains(stage)
  return checkEffects(client, { agency: AGENCY, folder: stage.folder, histories, outside: stage.outside })
}

/** Once: it takes longer to read than all the rest. */
const readCatalogue = (): Promise<Catalogue> => {
  reading ??= loadCatalogue(join(projectRoot(), 'catalogue'))
  return reading
}
let reading: Promise<Catalogue> | null = null

/** As `mipp events verify` does. */
export const checkChains = async ({ postgres }: Pick<Stage, 'postgres'>): Promise<void> => {
  const store = openOwnerStore(postgres.url)
  try {
    const verified = (await verifyEvents(store, () => undefined)) ?? []
    insist(isWhole(verified), verifiedLines(verified).join('\n'))
  } finally {
    await store.close()
  }
}

/** Waits until the database lets somebody in. */
export const inClient = async <T>(stage: Stage, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = await connected(stage.postgres.url)
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const connected = async (url: string): Promise<pg.Client> => {
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
    try {
      await client.connect()
      return client
    } catch (fault) {
      await client.end().catch(() => undefined)
      if (tries === MOST_TRIES) throw fault
      await setTimeout(AGAIN_MS)
    }
  }
}

const AGAIN_MS = 100
const MOST_TRIES = 600
