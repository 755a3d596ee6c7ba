// The frame of every page of the organisation: its head, the way to the other parts, faults at the top.
import type { ComponentChildren } from 'preact'
import { page } from '../../page.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ORGANISATION_PATH } from './address.ts'
import type { Desk } from './desk.ts'

export type Part = 'chart' | 'holders' | 'substitutes' | 'clients' | 'files' | 'journal'

const ADDRESS: Record<Part, string> = {
  chart: ORGANISATION_PATH,
  holders: `${ORGANISATION_PATH}/holders`,
  substitutes: `${ORGANISATION_PATH}/substitutes`,
  clients: `${ORGANISATION_PATH}/clients`,
  files: `${ORGANISATION_PATH}/files`,
  journal: `${ORGANISATION_PATH}/journal`,
}
const FOR_ALL: readonly Part[] = ['chart', 'holders', 'substitutes']

export type Framed = {
  title: string
  part: Part
  lead?: ComponentChildren
  status?: ComponentChildren
  actions?: ComponentChildren
  /** Where this page stands below one of the parts. */
  back?: { href: string; label: string }
  narrow?: boolean
  children: ComponentChildren
}

export const framed = ({ c, services, visitor, mayManage, faults }: Desk, props: Framed) => {
  const { text } = visitor
  const { title, part, narrow, children: content, ...head } = props
  const children = (
    <>
      <PageHead title={title} {...head} />
      {!props.back && <Parts mayManage={mayManage} here={part} words={text.organisation} />}
      <ErrorSummary title={text.common.errors.title} faults={faults} />
      {content}
    </>
  )
  return page(c, services, { title, narrow: narrow ?? false, children }, faults.length > 0 ? 422 : 200)
}

type PartsProps = { mayManage: boolean; here: Part; words: { menu: string; parts: Record<Part, string> } }

const Parts = ({ mayManage, here, words }: PartsProps) => {
  const parts: Part[] = mayManage ? ['chart', 'holders', 'substitutes', 'clients', 'files', 'journal'] : [...FOR_ALL]
  return (
    <nav class="tabs" aria-label={words.menu}>
      <ul class="tab-list">
        {parts.map((part) => (
          <li key={part}>
            <a class="tab" href={ADDRESS[part]} aria-current={part === here ? 'page' : undefined}>
              {words.parts[part]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
