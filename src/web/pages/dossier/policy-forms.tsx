// What the procedure's policy allows besides finishing: return with a reason, refuse with a reason, close without proof.
import { postTitle } from '../../../core/agency/agency.ts'
import type { Task } from '../../../core/dossier/dossier.ts'
import { mayRejectFrom, mayReturnFrom, mayWithdrawOrder, returnTarget } from '../../../core/dossier/policy.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { mayOverrideAt } from '../../task-deeds.ts'
import type { Text } from '../../text/text.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import type { IconName } from '../../ui/icon.tsx'
import { type Desk, type FormName, typedInto } from './desk.ts'
import { DeskForm, Note } from './desk-form.tsx'

type Deed = { desk: Desk; task: Task }

export const ReturnForm = ({ desk, task }: Deed) => {
  if (!mayReturnFrom(desk.procedure, task)) return null
  const { dossier } = desk.visitor.text.office
  const to = returnsToPost(desk, task)
  const words = to === null ? dossier.return : toPost(dossier.sendBack, to)
  return (
    <ReasonForm
      desk={desk}
      form={{ deed: 'return', task: task.task }}
      words={words}
      icon="arrow-back-up"
      kind="secondary"
    />
  )
}

const toPost = ({ open, lead, reason, reasonHint, send }: Text['office']['dossier']['sendBack'], to: string) => ({
  open: open(to),
  lead: lead(to),
  reason,
  reasonHint: reasonHint(to),
  send,
})

/** The post that work inside the office goes back to; null where it goes back to the applicant. */
export const returnsToPost = (
  { procedure, visitor }: Pick<Desk, 'procedure' | 'visitor'>,
  task: Task,
): string | null => {
  const to = stepNamed(procedure, returnTarget(procedure, task) ?? '')
  const posts = (to?.actor ?? []).flatMap((name) => procedure.actors[name]?.post ?? [])
  return posts.length === 0 ? null : posts.map((post) => postTitle(visitor.agency.agency, post)).join(' / ')
}

export const RejectForm = ({ desk, task }: Deed) => {
  if (!mayRejectFrom(desk.procedure, task)) return null
  const words = desk.visitor.text.office.dossier.reject
  return <ReasonForm desk={desk} form={{ deed: 'reject', task: task.task }} words={words} icon="ban" kind="danger" />
}

export const OverrideForm = ({ desk, task }: Deed) => {
  if (!mayOverrideAt(desk.signedIn, { ...desk, task })) return null
  const words = desk.visitor.text.office.acts.fulfil.override
  return (
    <ReasonForm
      desk={desk}
      form={{ deed: 'override', task: task.task }}
      words={words}
      icon="shield-check"
      kind="secondary"
    />
  )
}

/** Whoever gave the order takes it back, as long as nobody has begun the work. */
export const WithdrawOrder = ({ desk }: { desk: Desk }) =>
  mayWithdrawOrder(desk.procedure, desk.dossier, desk.signedIn.actor.posts) ? (
    <ReasonForm desk={desk} form={WITHDRAW} words={desk.visitor.text.ways.order.withdraw} icon="x" kind="danger" />
  ) : null

export const WITHDRAW: FormName = { deed: 'withdraw', task: null }

type ReasonProps = {
  desk: Desk
  form: FormName
  words: { open: string; lead: string; reason: string; reasonHint?: string; send: string }
  icon: IconName
  kind: 'secondary' | 'danger'
}

/** Opens in place, says what follows, and stays open when it comes back. */
const ReasonForm = ({ desk, form, words, icon, kind }: ReasonProps) => (
  <Confirm
    summary={words.open}
    kind={kind === 'danger' ? 'danger' : 'secondary'}
    icon={icon}
    open={typedInto(desk, form) !== null}
  >
    <DeskForm desk={desk} form={form}>
      <p>{words.lead}</p>
      <Note desk={desk} form={form} name="reason" label={words.reason} hint={words.reasonHint} required />
      <ButtonRow>
        <Button kind={kind} icon={icon} busy={desk.visitor.text.office.acts.busy}>
          {words.send}
        </Button>
      </ButtonRow>
    </DeskForm>
  </Confirm>
)
