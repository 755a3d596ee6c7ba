// Beside the text: what is wrong and on which line, and the pages of the letter as they would be printed.
import { StatusMark } from '../../ui/badge.tsx'
import { LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Visitor } from '../../visitor.ts'
import { templateDraftAddress } from './address.ts'
import type { Chosen, Look, PreviewShown } from './desk.ts'

type Props = { visitor: Visitor; letter: string; draft: string; chosen: Chosen; look: Look; source: string }

export const PreviewSide = (props: Props) => (
  <div class="editor-side letter-side stack" id="editor-side">
    <Faults {...props} />
    <Preview {...props} />
  </div>
)

/** The same alone, for the page that shows it already. */
export const previewFragment = (props: Props) => <PreviewSide {...props} />

/** Whoever has more mends these first. */
const MOST = 20

const Faults = ({ visitor, look: { faults }, source }: Props) => {
  const words = visitor.text.letterTemplates.editor
  const mark =
    faults.length > 0 ? (
      <StatusMark tone="bad">{words.faultCount(String(faults.length))}</StatusMark>
    ) : (
      <Icon name="circle-check" />
    )
  return (
    <Card title={words.check} aside={mark}>
      <p>{faults.length > 0 ? words.bad : words.good}</p>
      {faults.length > 0 && (
        <ul class="editor-faults">
          {faults.slice(0, MOST).map((fault) => (
            <li class="editor-fault editor-fault-error" key={`${fault.line} ${fault.sentence.id}`}>
              <Icon name="alert-circle" size={18} />
              <span>
                {fault.sentence[visitor.language]}{' '}
                <a href={`#line-${fault.line}`} data-line={String(fault.line)}>
                  {words.line(String(fault.line))}
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
      {faults.length > MOST && <p>{words.more(String(faults.length - MOST))}</p>}
      {faults.length > 0 && <Numbered words={words.numbered} source={source} />}
    </Card>
  )
}

/** Where the links lead without scripts; with them the cursor goes into the text itself. */
const Numbered = ({ words, source }: { words: string; source: string }) => (
  <details class="letter-numbered">
    <summary>{words}</summary>
    <ol>
      {source
        .split('\n')
        .slice(0, MOST_LINES)
        .map((line, at) => (
          <li key={`${at}-${line}`} id={`line-${at + 1}`}>
            {line}
          </li>
        ))}
    </ol>
  </details>
)

const MOST_LINES = 2000

const Preview = ({ visitor, letter, draft, chosen, look: { preview } }: Props) => {
  const words = visitor.text.letterTemplates.editor
  const address = templateDraftAddress({ letter, draft })
  const query = new URLSearchParams({ with: chosen.with, paper: chosen.paper })
  return (
    <Card
      title={words.preview}
      actions={
        preview.kind !== 'none' && (
          <LinkButton kind="quiet" icon="external-link" href={`${address}/preview.pdf?${query}`} newTab>
            {words.pdf}
          </LinkButton>
        )
      }
    >
      <Shown visitor={visitor} preview={preview} pageHref={(page) => `${address}/pages/${page}.png?${query}`} />
    </Card>
  )
}

type ShownProps = { visitor: Visitor; preview: PreviewShown; pageHref: (page: number) => string }

const Shown = ({ visitor, preview, pageHref }: ShownProps) => {
  const words = visitor.text.letterTemplates.editor
  switch (preview.kind) {
    case 'none':
      return (
        <p class="letter-none">
          <Icon name="info-circle" size={18} /> <span>{preview.says}</span>
        </p>
      )
    case 'pdf':
      return <p>{words.noPictures}</p>
    case 'pages':
      return (
        <>
          <p class="quiet">
            {preview.pages > preview.shown
              ? words.pagesShown(String(preview.shown), String(preview.pages))
              : `${words.previewLead} ${words.pages(String(preview.pages))}.`}
          </p>
          <div class="letter-pages">
            {Array.from({ length: preview.shown }, (_, at) => (
              <Page
                key={at}
                alt={words.page(String(at + 1), String(preview.pages))}
                src={pageHref(at + 1)}
                png={preview.png[at]}
              />
            ))}
          </div>
        </>
      )
  }
}

/** A text that is not saved has no address: its picture comes along and is drawn by the script. */
const Page = ({ alt, src, png }: { alt: string; src: string; png: string | undefined }) =>
  png === undefined ? (
    <img class="letter-page" src={src} alt={alt} />
  ) : (
    <canvas class="letter-page" role="img" aria-label={alt} data-png={png} />
  )
