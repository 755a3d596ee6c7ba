// The work that the reader's own posts may begin: an order inside the office, and those begun and not finished.
import { speakShort } from '../../../core/clock/speak.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import type { Draft } from '../../../store/drafts.ts'
import { Confirm } from '../../ui/confirm.tsx'
import type { Visitor } from '../../visitor.ts'
import { ORDER_BASE } from '../apply/order.ts'

type Props = { visitor: Visitor; orders: readonly Procedure[]; drafts: readonly Draft[] }

/** Folded away: most days a work list is there to be worked off. */
export const NewOrders = ({ visitor, orders, drafts }: Props) => {
  const { text, language, now, agency } = visitor
  const words = text.ways.order
  if (orders.length === 0) return null
  return (
    <div id="new-orders">
      <Confirm summary={words.title} kind="secondary" icon="plus">
        <p>{words.lead}</p>
        <ul class="rows">
          {orders.map((procedure) => {
            const draft = drafts.find((one) => one.procedure === procedure.procedure)
            return (
              <li key={procedure.procedure}>
                <a href={`${ORDER_BASE}/${procedure.procedure}/apply`}>{serviceName(procedure)[language]}</a>
                {draft && (
                  <p class="field-hint">
                    {words.draft(speakShort(draft.updatedAt, language, { zone: agency.agency.zone, now }))}
                  </p>
                )}
              </li>
            )
          })}
        </ul>
      </Confirm>
    </div>
  )
}
