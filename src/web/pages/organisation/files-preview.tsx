// What uploaded tables would do, line by line; agreeing to it writes exactly that.
import type { PlannedLine, Verdict } from '../../../exchange/organisation/plan.ts'
import type { Preview } from '../../organisation/import-now.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { Visitor } from '../../visitor.ts'
import { ORGANISATION_PATH } from './address.ts'
import type { Desk } from './desk.ts'
import { framed } from './frame.tsx'

export const FILES_PATH = `${ORGANISATION_PATH}/files`

/** @param stale why it is shown anew */
export const previewPage = (desk: Desk, preview: Preview, stale?: string) => {
  const { visitor, signedIn } = desk
  const { text } = visitor
  const words = text.organisation.files
  const { counts, lines, files, agreement } = preview
  const says = words.counts({ ...counts, fresh: counts.new })
  return framed(desk, {
    title: words.previewTitle,
    part: 'files',
    lead: words.previewLead,
    back: { href: FILES_PATH, label: words.title },
    children: (
      <>
        {stale && (
          <Notice tone="warning" word={text.common.words.warning} spoken>
            <p>{stale}</p>
          </Notice>
        )}
        <Notice
          tone={counts.refused > 0 ? 'bad' : 'info'}
          word={counts.refused > 0 ? text.common.words.warning : text.common.words.info}
        >
          <p>{says}</p>
          {counts.refused > 0 && <p>{words.refused}</p>}
          {counts.refused === 0 && agreement === null && <p>{words.nothing}</p>}
        </Notice>
        {files.map(({ name, sha256 }) => (
          <Card key={name} title={name} flush>
            <LineTable visitor={visitor} lines={lines.filter(({ file }) => file === name)} caption={name} />
            <p class="table-foot">{words.hash(sha256)}</p>
          </Card>
        ))}
        <Form action={FILES_PATH} csrf={signedIn.csrf}>
          <input type="hidden" name="do" value="agree" />
          <input type="hidden" name="agreement" value={agreement ?? ''} />
          <ButtonRow>
            {agreement !== null && (
              <Button kind="primary" icon="check">
                {words.confirm}
              </Button>
            )}
            <LinkButton href={FILES_PATH}>{words.again}</LinkButton>
          </ButtonRow>
        </Form>
      </>
    ),
  })
}

const TONES: Record<Verdict, Tone> = {
  new: 'good',
  changed: 'info',
  ended: 'warning',
  unchanged: 'neutral',
  refused: 'bad',
}

type TableProps = { visitor: Visitor; lines: readonly PlannedLine[]; caption: string }

const LineTable = ({ visitor, lines, caption }: TableProps) => {
  const words = visitor.text.organisation.files
  const columns: Column<PlannedLine>[] = [
    { key: 'line', label: words.line, render: ({ line }) => String(line), align: 'end' },
    { key: 'what', label: words.what, head: true, render: ({ what }) => what || caption },
    {
      key: 'verdict',
      label: words.verdict,
      render: ({ verdict }) => <StatusMark tone={TONES[verdict]}>{words.verdicts[verdict]}</StatusMark>,
    },
    {
      key: 'says',
      label: words.says,
      render: ({ says }) =>
        says.map((one) => (
          <span class="line-of-cell" key={one.id}>
            {one[visitor.language]}
          </span>
        )),
    },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={lines} rowKey={(one) => String(one.line)} />
}
