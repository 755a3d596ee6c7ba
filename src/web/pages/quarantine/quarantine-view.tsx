// How the quarantine looks: what waits for a decision with its form, what was decided, and how the scanner stands.
import { speakShort } from '../../../core/clock/speak.ts'
import { QUARANTINE_PATH, type Quarantined } from '../../../store/quarantine.ts'
import { sizeWords } from '../../fields/file-answer.tsx'
import type { Services } from '../../services.ts'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Visitor } from '../../visitor.ts'

type Props = {
  visitor: Visitor
  files: readonly Quarantined[]
  health: Awaited<ReturnType<Services['scanHealth']>>
  csrf: string
  /** A decision that came without its reason. */
  fault?: { quarantine: string; reason: string } | undefined
}

export const QuarantineView = (props: Props) => {
  const { visitor, files, health } = props
  const { quarantine: words, common } = visitor.text
  const held = files.filter(({ state }) => state === 'held')
  const decided = files.filter(({ state }) => state !== 'held')
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {health.scanner === null && (
        <Notice tone="warning" word={common.words.warning}>
          <p>{words.noScanner}</p>
        </Notice>
      )}
      <Card title={words.heldTitle}>
        {held.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <ul class="rows">
            {held.map((file) => (
              <li key={file.quarantine}>
                <Facts visitor={visitor} file={file} />
                <Decision {...props} file={file} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={words.decidedTitle}>
        {decided.length === 0 ? (
          <p>{words.noneDecided}</p>
        ) : (
          <ul class="rows">
            {decided.map((file) => (
              <li key={file.quarantine}>
                <Facts visitor={visitor} file={file} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={words.scanner}>
        <Definition
          facts={[
            { label: words.scanner, value: health.scanner === null ? words.noScanner : words.isSet(health.scanner) },
            { label: words.waiting, value: words.waitingFiles(health.waiting) },
          ]}
        />
      </Card>
    </>
  )
}

const Facts = ({ visitor, file }: { visitor: Visitor; file: Quarantined }) => {
  const { text, language, agency, now } = visitor
  const words = text.quarantine
  const at = (instant: string) => speakShort(instant, language, { zone: agency.agency.zone, now })
  const decision =
    file.decidedAt === null
      ? []
      : [
          {
            label: words.decision,
            value: words.decided(words.states[file.state], file.decider ?? '', at(file.decidedAt)),
          },
          { label: words.reason, value: file.reason ?? '' },
        ]
  return (
    <Definition
      facts={[
        { label: words.file, value: `${file.name} (${sizeWords(file.bytes)})` },
        { label: words.found, value: file.found },
        { label: words.sender, value: file.sender ?? words.noSender },
        { label: words.foundAt, value: at(file.foundAt) },
        ...decision,
      ]}
    />
  )
}

const Decision = ({ visitor, csrf, fault, file }: Props & { file: Quarantined }) => {
  const words = visitor.text.quarantine
  const isMine = fault?.quarantine === file.quarantine
  return (
    <Confirm summary={words.decide} kind="quiet" open={isMine}>
      <Form action={`${QUARANTINE_PATH}/${file.quarantine}`} csrf={csrf}>
        <Field
          kind="textarea"
          name="reason"
          id={`reason-${file.quarantine}`}
          label={words.reason}
          hint={words.reasonHint}
          rows={2}
          required
          value={isMine ? (fault?.reason ?? '') : ''}
          error={isMine ? words.needsReason : undefined}
        />
        <ButtonRow>
          <Button kind="danger" name="do" value="destroy">
            {words.destroy}
          </Button>
          <Button name="do" value="release">
            {words.release}
          </Button>
        </ButtonRow>
      </Form>
    </Confirm>
  )
}
