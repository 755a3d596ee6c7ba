// The trial of a draft: walked by hand as any actor, with nothing behind it but the procedure itself.
import type { Context } from 'hono'
import { type Move, type Rehearsal, rehearse } from '../../../../core/dossier/rehearsal.ts'
import type { Procedure } from '../../../../core/procedure/schema.ts'
import type { ProcedureDraft } from '../../../../store/procedure-drafts.ts'
import { page } from '../../../page.tsx'
import { first } from '../../../request/body.ts'
import { posted } from '../../../request/posted.ts'
import type { Services } from '../../../services.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import type { App, SignedIn, Visitor, WebEnv } from '../../../visitor.ts'
import { draftAddress } from '../address.ts'
import { deskOf } from '../desk.ts'
import { forDraft } from '../gate.ts'
import { moveOf } from './moves.ts'
import { MOST_MOVES, openedTrail, sealedTrail, type Trail } from './trail.ts'
import { TrialView } from './view.tsx'

type Web = Context<WebEnv>

export const walkRoutes = (app: App, services: Services): void => {
  const address = '/procedures/:procedure/drafts/:draft/walk'
  app.get(
    address,
    forDraft(services, (c, signedIn, draft) => walked(c, services, { signedIn, draft, trail: newTrail(c, draft) })),
  )
  app.post(
    address,
    forDraft(services, (c, signedIn, draft) => {
      const form = posted(c)
      const trail = openedTrail(services, first(form, 'trail'), draft.draft) ?? newTrail(c, draft)
      return walked(c, services, { signedIn, draft, trail, isPress: true })
    }),
  )
}

const newTrail = (c: Web, { draft }: ProcedureDraft): Trail => ({ draft, begunAt: c.get('visitor').now, moves: [] })

type Walking = { signedIn: SignedIn; draft: ProcedureDraft; trail: Trail; isPress?: boolean }

const walked = (c: Web, services: Services, { signedIn, draft, trail, isPress }: Walking) => {
  const visitor = c.get('visitor')
  const { procedure, faults } = deskOf(visitor, signedIn, { draft, section: { part: 'identity' } })
  const isSound = faults.every((one) => one.severity !== 'error')
  if (!procedure || !isSound) return shownPage(c, services, { draft, says: visitor.text.trial.unsound })
  const before = played(procedure, visitor, trail)
  const kept = { ...trail, moves: trail.moves.slice(0, before.taken) }
  const isShorter = kept.moves.length < trail.moves.length
  const moves = isPress ? pressed(c, procedure, before, kept.moves) : kept.moves
  const after = played(procedure, visitor, { ...kept, moves })
  const next = { ...kept, moves: moves.slice(0, after.taken) }
  const says = after.refusal?.sentence[visitor.language] ?? (isShorter ? visitor.text.trial.replayed : undefined)
  const sealed = sealedTrail(services, next)
  return shownPage(c, services, {
    draft,
    says,
    trial: { procedure, rehearsal: after, sealed, signedIn, canUndo: next.moves.length > 0 },
  })
}

const pressed = (c: Web, procedure: Procedure, { dossier }: Rehearsal, moves: Move[]): Move[] => {
  const form = posted(c)
  if (first(form, 'do') === 'undo') return moves.slice(0, -1)
  const move = moveOf(procedure, dossier, form)
  return move && moves.length < MOST_MOVES ? [...moves, move] : moves
}

const played = (procedure: Procedure, { agency: office }: Visitor, { begunAt, moves }: Trail): Rehearsal => {
  const { agency } = office
  return rehearse(
    {
      procedure,
      begunAt,
      agency: {
        names: { zone: agency.names.zone, reserved: agency.names.reserved },
        instructions: agency.instructions,
        posts: agency.posts.map((one) => one.post),
        numbers: agency.numbers,
        signing: { default: 'none', methods: ['none'] },
      },
      office,
    },
    moves,
  )
}

type Shown = { draft: ProcedureDraft; says?: string | undefined; trial?: Parameters<typeof TrialView>[0]['trial'] }

const shownPage = (c: Web, services: Services, { draft, says, trial }: Shown) => {
  const visitor = c.get('visitor')
  const { text } = visitor
  const children = (
    <>
      <PageHead
        title={text.trial.title}
        lead={text.trial.lead}
        kicker={trial?.procedure.title ?? draft.procedure}
        back={{ href: draftAddress(draft), label: text.trial.back }}
      />
      <Notice tone="info" word={text.common.words.info}>
        <p>{text.trial.nothing}</p>
      </Notice>
      {says && (
        <Notice tone="warning" word={text.common.words.warning} spoken>
          <p>{says}</p>
        </Notice>
      )}
      {trial && <TrialView visitor={visitor} draft={draft} trial={trial} />}
    </>
  )
  return page(c, services, { title: text.trial.title, children }, says && trial ? 422 : 200)
}
