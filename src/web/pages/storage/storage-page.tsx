// For administrators: which stored papers are gone or damaged, when all were looked at last, and how long the seal holds.

import { watchSeal } from '../../../adapters/signing/seal-watch.ts'
import { speakShort } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { MOST_TROUBLES, STORAGE_PATH, type TroubledPaper, troubledPapers } from '../../../store/file-troubles.ts'
import { type FileWalk, lastWalk } from '../../../store/file-walk.ts'
import { sizeWords } from '../../fields/file-answer.tsx'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { App, Visitor } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { SealCard } from './seal-card.tsx'

export const storageRoutes = (app: App, services: Services): void => {
  app.get(STORAGE_PATH, async (c) => {
    const visitor = c.get('visitor')
    if (!visitor.signedIn) return signInFirst(c)
    if (!mayOffice(visitor.signedIn.actor, 'see-storage')) return notFoundPage(c, services)
    const { agency } = visitor.agency.agency
    const [papers, walk, seal] = await Promise.all([
      troubledPapers(services.store, agency),
      lastWalk(services.store, agency),
      watchSeal(services, visitor.agency.agency),
    ])
    const words = visitor.text.storage
    const children = (
      <>
        <PageHead title={words.title} lead={words.lead} />
        <Troubles visitor={visitor} papers={papers} />
        <Walk visitor={visitor} walk={walk} />
        {seal && <SealCard visitor={visitor} seal={seal} />}
      </>
    )
    return page(c, services, { title: words.title, children })
  })
}

const Troubles = ({ visitor, papers }: { visitor: Visitor; papers: readonly TroubledPaper[] }) => {
  const words = visitor.text.storage
  const shown = papers.slice(0, MOST_TROUBLES)
  return (
    <>
      {shown.length > 0 && (
        <Notice tone="bad" word={visitor.text.common.words.warning}>
          <p>{words.howTo}</p>
        </Notice>
      )}
      <Card title={words.troubles} flush>
        {shown.length === 0 ? (
          <p class="card-note">{words.none}</p>
        ) : (
          <Table
            caption={words.troubles}
            captionHidden
            columns={columnsOf(visitor)}
            rows={shown}
            rowKey={(one) => `${one.number} ${one.sha256} ${one.name}`}
          />
        )}
        {papers.length > MOST_TROUBLES && <p class="card-note">{words.more(MOST_TROUBLES)}</p>}
      </Card>
    </>
  )
}

/** Of a dossier only its number is told: whoever keeps the storage does not see what stands in it by that. */
const columnsOf = ({ text, agency, language, now }: Visitor): Column<TroubledPaper>[] => {
  const words = text.storage
  const { zone } = agency.agency
  return [
    { key: 'dossier', label: words.dossier, head: true, render: (one) => one.number },
    {
      key: 'state',
      label: words.state,
      render: (one) => <StatusMark tone="bad">{words.states[one.what]}</StatusMark>,
    },
    { key: 'paper', label: words.paper, render: (one) => sizeWords(one.bytes) },
    { key: 'found', label: words.found, render: (one) => speakShort(one.foundAt, language, { zone, now }) },
    { key: 'sha', label: words.fingerprint, render: (one) => <code class="fingerprint">{one.sha256}</code> },
  ]
}

const Walk = ({ visitor, walk }: { visitor: Visitor; walk: FileWalk | null }) => {
  const { text, agency, language, now } = visitor
  const words = text.storage
  const at = (instant: string) => speakShort(instant, language, { zone: agency.agency.zone, now })
  return (
    <Card title={words.walk}>
      {walk === null ? (
        <p>{words.noWalk}</p>
      ) : (
        <Definition
          facts={[
            { label: words.began, value: at(walk.beganAt) },
            { label: words.ended, value: walk.endedAt === null ? words.going : at(walk.endedAt) },
            { label: words.looked, value: words.lookedAt(walk.files, sizeWords(walk.bytes)) },
            { label: words.result, value: words.results(walk.damaged, walk.missing) },
          ]}
        />
      )}
    </Card>
  )
}
