// The SOP behind a service: number, edition, dates as printed, basis, and what is odd about its text.
import { editionNamed } from '../../../core/agency/catalogue.ts'
import { speakDay, speakPrinted } from '../../../core/clock/speak.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Definition } from '../../ui/definition.tsx'
import type { Visitor } from '../../visitor.ts'
import { editionsPath } from './paths.ts'

type Props = { visitor: Visitor; procedure: Procedure }

export const AboutSop = ({ visitor, procedure }: Props) => {
  const words = visitor.text.publicPages.service
  return (
    <Card
      title={words.sop}
      actions={
        <LinkButton href={`/services/${procedure.procedure}/sheet`} icon="file-text">
          {visitor.text.publicPages.sop.seeSheet}
        </LinkButton>
      }
    >
      <Definition facts={factsOf(visitor, procedure)} />
      {procedure.remarks.length > 0 && (
        <Confirm summary={words.remarks} kind="quiet" icon="info-circle">
          <p>{words.remarksLead}</p>
          <ul class="bullets">
            {procedure.remarks.map((remark) => (
              <li key={remark.says}>
                {stepLabel(visitor, procedure, remark.step)}
                {remark.says}
              </li>
            ))}
          </ul>
        </Confirm>
      )}
    </Card>
  )
}

const factsOf = ({ text, agency, language }: Visitor, procedure: Procedure) => {
  const words = text.publicPages.service
  const force = editionNamed(agency, procedure.procedure, procedure.edition)?.force
  const day = (printed: string | null): string =>
    printed === null ? words.notPrinted : speakPrinted(printed, language)
  const since = force ? speakDay(force.from, language) : words.notPrinted
  return [
    { label: words.sopTitle, value: procedure.title },
    { label: words.number, value: procedure.number ?? words.notPrinted },
    {
      label: words.edition,
      value: <a href={editionsPath(procedure.procedure)}>{text.editions.history.all(procedure.edition)}</a>,
    },
    { label: words.created, value: day(procedure.created) },
    { label: words.revised, value: day(procedure.revised) },
    { label: words.effective, value: day(procedure.effective) },
    { label: words.inForceFrom, value: force?.assumed ? words.assumed(since) : since },
    ...(procedure.warning ? [{ label: words.warning, value: procedure.warning }] : []),
    ...(procedure.recordKeeping ? [{ label: words.recordKeeping, value: procedure.recordKeeping }] : []),
  ]
}

const stepLabel = ({ text }: Visitor, procedure: Procedure, step: string | undefined): string => {
  const at = procedure.steps.filter((one) => !one.policy).findIndex((one) => one.step === step)
  return at < 0 ? '' : `${text.publicPages.service.step(String(at + 1))}: `
}
