// What the address of a work list asks for: which view, narrowed by what, in which order; what is unknown is told, not obeyed.
import type { AgencyData } from '../../../core/agency/catalogue.ts'
import { isDay } from '../../../core/clock/instant.ts'
import { WORK_SORTS, type WorkFilter, type WorkSort } from '../../../store/work-view.ts'
import type { Text } from '../../text/text.ts'
import { filterOf, type WorkView } from '../../work-desk.ts'
import { elsewherePlace, viewPlace } from './cursors.ts'
import { proceduresOf } from './procedures.ts'

/** What people type to narrow the list, as it stands in the address. */
export const FILTERS = ['procedure', 'step', 'client', 'urgency', 'from', 'to', 'text'] as const
export type FilterName = (typeof FILTERS)[number]
export const URGENCIES = ['biasa', 'segera', 'sangat-segera'] as const

export type Asked = {
  view: WorkView
  sort: WorkSort
  /** Only what is known and obeyed. */
  typed: Readonly<Partial<Record<FilterName, string>>>
  filter: WorkFilter
  /** The mark of a page other than the first, as it stands in the address. */
  after: string | null
  /** Sentences about what could not be obeyed. */
  strange: string[]
}

type Known = { agency: AgencyData; views: readonly WorkView[]; clients: readonly { client: string }[]; text: Text }

const OTHERS = ['view', 'sort', 'after', 'restore']
const MOST_LETTERS = 100

export const readAsked = (query: Readonly<Record<string, string>>, known: Known): Asked => {
  const { views, text } = known
  const words = text.office.views
  const strange: string[] = []
  const tell = (name: string, value: string) => {
    strange.push(words.strange(labelOf(name, text), [...value].slice(0, 60).join('')))
  }
  const one = <T extends string>(name: string, allowed: readonly T[], usual: T): T => {
    const value = query[name] ?? ''
    const found = allowed.find((each) => each === value)
    if (value !== '' && found === undefined) tell(name, value)
    return found ?? usual
  }
  const view = one('view', views, 'mine')
  const sort = one(
    'sort',
    view === 'elsewhere' ? ['oldest', 'newest'] : WORK_SORTS,
    view === 'elsewhere' ? 'oldest' : 'due',
  )
  const typed: Partial<Record<FilterName, string>> = {}
  for (const name of FILTERS) {
    const value = tidy(query[name] ?? '')
    if (value === '') continue
    if (isKnown(name, value, { ...known, typed })) typed[name] = value
    else tell(name, value)
  }
  for (const name of Object.keys(query)) {
    if (!OTHERS.includes(name) && !FILTERS.some((each) => each === name))
      strange.push(words.strangeName(shortened(name)))
  }
  const after = query.after ?? ''
  const isCursor = (view === 'elsewhere' ? elsewherePlace(after) : viewPlace(after)) !== null
  if (after !== '' && !isCursor) strange.push(words.strangePage)
  return {
    view,
    sort,
    typed,
    filter: filterOf(typed, known.agency.agency.zone),
    after: isCursor ? after : null,
    strange,
  }
}

const shortened = (text: string): string => [...tidy(text)].slice(0, 60).join('')

/** No control signs: the database does not take a NUL, and nobody types the others. */
const tidy = (text: string): string => text.replaceAll(/\p{C}/gu, ' ').trim()

const labelOf = (name: string, { office: { views } }: Text): string => {
  const found = [...FILTERS, 'view' as const, 'sort' as const].find((one) => one === name)
  return found ? views.labels[found] : name
}

const isKnown = (
  name: FilterName,
  value: string,
  { agency, clients, typed }: Known & Pick<Asked, 'typed'>,
): boolean => {
  switch (name) {
    case 'procedure':
      return proceduresOf(agency).some((one) => one.procedure === value)
    case 'step':
      // A step is one of a procedure: the two are asked for together.
      return proceduresOf(agency).some(
        (one) => one.procedure === typed.procedure && one.steps.some(({ step }) => step === value),
      )
    case 'client':
      return clients.some(({ client }) => client === value)
    case 'urgency':
      return URGENCIES.some((one) => one === value)
    case 'from':
    case 'to':
      return isDay(value)
    case 'text':
      return [...value].length <= MOST_LETTERS
  }
}

/** The address of a view; what is usual is left out, so that the plain list has a plain address. */
export const workAddress = (
  { view, sort, typed, after }: Pick<Asked, 'view' | 'sort' | 'typed'> & { after?: string | null },
  path = '/work',
): string => {
  const query = new URLSearchParams()
  if (view !== 'mine') query.set('view', view)
  for (const name of FILTERS) if (typed[name] !== undefined) query.set(name, typed[name])
  if (sort !== (view === 'elsewhere' ? 'oldest' : 'due')) query.set('sort', sort)
  if (after) query.set('after', after)
  return query.size === 0 ? path : `${path}?${query}`
}

/** The same list under another view, in its own usual order. */
export const viewAddress = (view: WorkView, { typed }: Pick<Asked, 'typed'>): string =>
  workAddress({ view, typed, sort: view === 'elsewhere' ? 'oldest' : 'due' })
