// Beside the open section: what is wrong and where, and the sheet as it would be printed, or the steps where it cannot be drawn yet.
import type { Judged } from '../../../core/procedure/edit/judge.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { addressOf, draftAddress } from './address.ts'
import { spoken } from './answers.ts'
import type { Desk } from './desk.ts'

export const Side = ({ desk }: { desk: Desk }) => (
  <div class="editor-side stack" id="editor-side">
    <Faults desk={desk} />
    {canBeDrawn(desk) ? <Sheet desk={desk} /> : <Steps desk={desk} />}
  </div>
)

/** A text without faults has a sheet. */
const canBeDrawn = ({ procedure, faults }: Desk): boolean =>
  procedure !== null && faults.every((one) => one.severity !== 'error')

/** Whoever has more mends these first. */
const MOST = 40

const Faults = ({ desk }: { desk: Desk }) => {
  const words = desk.visitor.text.editor
  const errors = desk.faults.filter((one) => one.severity === 'error')
  const odd = desk.faults.filter((one) => one.severity === 'warning')
  const shown = [...errors, ...odd]
  const lead = errors.length > 0 ? words.checkErrors : odd.length > 0 ? words.checkOdd : words.checkGood
  const mark =
    errors.length > 0 ? (
      <StatusMark tone="bad">{words.faultCount(String(errors.length))}</StatusMark>
    ) : (
      <Icon name="circle-check" />
    )
  return (
    <Card title={words.check} aside={mark}>
      <p>{lead}</p>
      {shown.length > 0 && (
        <ul class="editor-faults">
          {shown.slice(0, MOST).map((fault) => (
            <Fault key={`${JSON.stringify(fault.section)}${fault.sentence.id}`} desk={desk} fault={fault} />
          ))}
        </ul>
      )}
      {shown.length > MOST && <p>{words.more(String(shown.length - MOST))}</p>}
    </Card>
  )
}

const Fault = ({ desk, fault: { severity, sentence, section, line } }: { desk: Desk; fault: Judged }) => {
  const { language, text } = desk.visitor
  const words = text.editor
  const anchor = section.item === undefined ? '' : `#item-${section.item.replaceAll('.', '-')}`
  return (
    <li class={`editor-fault editor-fault-${severity}`}>
      <Icon
        name={severity === 'error' ? 'alert-circle' : 'alert-triangle'}
        size={18}
        label={severity === 'error' ? words.error : words.odd}
      />
      <span>
        {sentence[language]}{' '}
        <a href={`${addressOf(desk.draft, section)}${anchor}`}>
          {words.parts[section.part]}
          {line !== undefined && `, ${words.line(String(line)).toLowerCase()}`}
        </a>
      </span>
    </li>
  )
}

const Sheet = ({ desk }: { desk: Desk }) => {
  const words = desk.visitor.text.editor
  const address = `${draftAddress(desk.draft)}/sheet.svg?v=${desk.draft.version}`
  return (
    <Card title={words.sheet}>
      <a class="editor-sheet" href={address} target="_blank" rel="noopener noreferrer">
        <img src={address} alt={words.sheet} />
        <span>{words.sheetOpen}</span>
      </a>
    </Card>
  )
}

const Steps = ({ desk }: { desk: Desk }) => {
  const words = desk.visitor.text.editor
  const { scene, draft } = desk
  if (!scene) return null
  const { steps, actors } = scene.outline
  return (
    <Card title={words.overview}>
      <p>{words.sheetLater}</p>
      {steps.length === 0 ? (
        <p>{words.noSteps}</p>
      ) : (
        <ol class="editor-overview">
          {steps.map(({ key, activity, actors: names }) => (
            <li key={key}>
              <a href={`${addressOf(draft, { part: 'steps', item: key })}#item-${key}`}>{activity || spoken(key)}</a>
              <span class="editor-item-facts">
                {names.map((name) => actors.find((one) => one.key === name)?.label ?? name).join(' / ')}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
