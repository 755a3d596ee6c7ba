// Takes one dossier of any procedure from its form to its end by the pages without scripts, as people do who only read what stands there.
import { expect } from 'vitest'
import { type Dossier, openTasks, type Task } from '../../src/core/dossier/dossier.ts'
import { firstPosts } from '../../src/core/dossier/submit.ts'
import type { Procedure } from '../../src/core/procedure/schema.ts'
import type { Start } from '../../src/core/procedure/start-schema.ts'
import type { Cast } from './cast.ts'
import { fillAndPress } from './fill-page.ts'
import type { PageForm } from './page-forms.ts'
import type { Visit } from './visit.ts'
import { walkOf } from './walk.ts'

type Beginning = { by: Start['by']; word: string; pass: (seconds: number) => void }

/** @returns the dossier that came of it */
export const beginByPages = async (
  cast: Cast,
  procedure: Procedure,
  { by, word, pass }: Beginning,
): Promise<string> => {
  const { procedure: name } = procedure
  switch (by) {
    case 'public': {
      const visit = cast.office.visitor(cast.agency)
      const pause = () => pass(20)
      const sent = await fillAndPress(visit, `/report/${name}`, { which: hasPrimary, word, pause })
      expect(sent.location).toBe(`/report/${name}/sent`)
      return newest(cast, name)
    }
    case 'post': {
      const { visit } = await cast.atPost(firstPosts(procedure)[0] ?? '')
      return apply(visit, `/orders/${name}`, word)
    }
    default: {
      const { visit } = await cast.asker(by === 'company' ? 'company' : 'agency')
      return apply(visit, `/services/${name}`, word)
    }
  }
}

/** The form, then the summary that shows what was typed. */
const apply = async (visit: Visit, base: string, word: string): Promise<string> => {
  const checked = await fillAndPress(visit, `${base}/apply`, { which: goesTo(/\/apply(\?|$)/), word })
  expect([base, checked.location]).toEqual([base, expect.stringMatching(/\/summary/)])
  const sent = await fillAndPress(visit, checked.location, { which: goesTo(/\/summary/), word })
  const id = /^\/(?:mine|dossiers)\/([0-9a-f-]{36})/.exec(sent.location)?.[1]
  if (!id) throw new Error(`${base} was not sent: ${sent.status} ${sent.location}`)
  return id
}

const goesTo =
  (path: RegExp) =>
  ({ action }: PageForm): boolean =>
    path.test(action)
const hasPrimary = ({ buttons }: PageForm): boolean => buttons.some((button) => button.isPrimary)

const newest = async ({ office, agency }: Cast, procedure: string): Promise<string> => {
  const row = await office.office.store.inAgency(agency, (db) =>
    db
      .selectFrom('dossier')
      .select('dossier')
      .where('procedure', '=', procedure)
      .orderBy('submitted_at', 'desc')
      .orderBy('number', 'desc')
      .executeTakeFirstOrThrow(),
  )
  return row.dossier
}

/** Whoever is waited for opens their list, the dossier, and does what its page asks. */
export const finishByPages = (cast: Cast, id: string): Promise<void> => goOnByPages(cast, id, () => false)

/** The same, but only until the dossier has come so far. */
export const goOnByPages = async (cast: Cast, id: string, isThere: (dossier: Dossier) => boolean): Promise<void> => {
  const walk = walkOf(cast.office, cast.agency, id)
  for (let turns = 0; turns < 80; turns += 1) {
    const dossier = await walk.see()
    if (dossier.status !== 'open' || isThere(dossier)) return
    const task = openTasks(dossier).toSorted((a, b) => Number(a.kind === 'main') - Number(b.kind === 'main'))[0]
    if (!task) throw new Error('open, and nobody is waited for')
    if (task.effectSince !== null) await cast.office.jobsDone()
    else if (task.posts[0] === undefined) await doMine((await cast.ofClient(dossier.client)).visit, id)
    else await doWork(cast, id, task)
  }
  throw new Error(`${id} does not come to its end`)
}

const doWork = async (cast: Cast, id: string, { task, posts, step, round }: Task): Promise<void> => {
  const { visit } = await cast.atPost(posts[0] ?? '')
  expect((await visit.get('/work')).text).toContain(`/dossiers/${id}`)
  const which = ({ controls }: PageForm): boolean =>
    is(controls, 'do', 'finish') && (is(controls, 'task', task) || !controls.some(({ name }) => name === 'task'))
  const done = await fillAndPress(visit, `/dossiers/${id}/tasks/${task}`, { which, word: 'lanjutan', round })
  expect([step, done.status]).toEqual([step, 303])
}

const is = (controls: PageForm['controls'], name: string, value: string): boolean =>
  controls.some((one) => one.name === name && one.value === value)

/** A button where nothing but a word is asked, else the page of what is asked. */
const doMine = async (visit: Visit, id: string): Promise<void> => {
  const page = await visit.get(`/mine/${id}`)
  const isAsked = page.text.includes(`/mine/${id}/correct`)
  const path = isAsked ? `/mine/${id}/correct` : `/mine/${id}`
  const which = goesTo(isAsked ? /\/correct/ : /\/finish/)
  const done = await fillAndPress(visit, path, { which, word: 'lanjutan' })
  expect([path, done.status]).toEqual([path, 303])
}
