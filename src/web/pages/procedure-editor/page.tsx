// The editor of a draft: its parts, the open one, and beside it what is wrong and how the sheet would look.
import type { Context } from 'hono'
import { speakShort } from '../../../core/clock/speak.ts'
import { PARTS } from '../../../core/procedure/edit/section.ts'
import { page } from '../../page.tsx'
import type { Posted } from '../../request/body.ts'
import type { Services } from '../../services.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice, type NoticeTone } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { WebEnv } from '../../visitor.ts'
import { addressOf, draftAddress } from './address.ts'
import { Conflict, Lost } from './conflict.tsx'
import type { Desk } from './desk.ts'
import { PartView } from './part-view.tsx'
import { Side } from './side.tsx'

type Web = Context<WebEnv>

export type Said = { tone: NoticeTone; message: string }

export type EditorPage = {
  desk: Desk
  /** What was sent and not taken. */
  typed?: Posted | null
  said?: Said
  isConflict?: boolean
  /** What was edited is not there any more. */
  isGone?: boolean
  status?: 200 | 409 | 422
}

export const editorPage = (c: Web, services: Services, shown: EditorPage) => {
  const { desk, typed = null, said, isConflict, isGone, status = 200 } = shown
  const { text } = desk.visitor
  const words = text.editor
  const title = desk.scene?.outline.title || words.untitled
  const children = (
    <>
      <PageHead
        kicker={words.kicker(desk.draft.edition, String(desk.draft.version))}
        title={title}
        lead={lastChange(desk)}
        back={{ href: `/procedures/${desk.draft.procedure}`, label: words.back }}
        actions={
          <>
            <LinkButton icon="route" href={`${draftAddress(desk.draft)}/walk`}>
              {words.walk}
            </LinkButton>
            <LinkButton icon="download" href={`${draftAddress(desk.draft)}/file`} download>
              {words.export}
            </LinkButton>
          </>
        }
      />
      {said && (
        <Notice tone={said.tone} word={text.common.words[said.tone]} spoken>
          <p>{said.message}</p>
        </Notice>
      )}
      <Parts desk={desk} />
      <div class="editor">
        <div class="editor-main stack" id="editor-main">
          {isConflict && typed && <Conflict desk={desk} typed={typed} />}
          {isGone && typed && <Lost desk={desk} typed={typed} />}
          <Card title={words.parts[desk.section.part]}>
            <p class="editor-lead">{words.leads[desk.section.part]}</p>
            <PartView desk={desk} typed={isGone ? null : typed} />
          </Card>
        </div>
        <Side desk={desk} />
      </div>
    </>
  )
  return page(c, services, { title, children }, status)
}

const lastChange = ({ draft, visitor }: Desk): string => {
  const words = visitor.text.editor
  const { zone } = visitor.agency.agency
  const when = speakShort(draft.changedAt, visitor.language, { zone, now: visitor.now })
  return words.changed(draft.changedBy?.name || words.somebody, when)
}

const Parts = ({ desk }: { desk: Desk }) => {
  const { section, draft, faults, visitor } = desk
  const words = visitor.text.editor
  return (
    <nav class="editor-parts" aria-label={words.partsLabel} id="editor-parts">
      <ul>
        {PARTS.map((part) => {
          const count = faults.filter((one) => one.section.part === part && one.severity === 'error').length
          return (
            <li key={part}>
              <a href={addressOf(draft, { part })} aria-current={isCurrent(section.part === part, section.item)}>
                {words.parts[part]}
                {count > 0 && (
                  <span class="editor-count">
                    <span aria-hidden="true">{count}</span>
                    <span class="visually-hidden">{words.faultCount(String(count))}</span>
                  </span>
                )}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const isCurrent = (isPart: boolean, item: string | undefined): 'page' | 'true' | undefined =>
  isPart ? (item === undefined ? 'page' : 'true') : undefined
