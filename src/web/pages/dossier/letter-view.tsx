// A draft letter as it would be printed: pictures of its pages, and the PDF itself.
import { LinkButton } from '../../ui/button.tsx'
import type { Desk } from './desk.ts'
import { addressOf } from './desk-form.tsx'
import { PaperPages } from './paper-pages.tsx'

export const draftAddress = (desk: Pick<Desk, 'dossier'>, task: string): string => `${addressOf(desk, task)}/draft`

export const LetterDraftView = ({ desk, task }: { desk: Desk; task: string }) => {
  const { text } = desk.visitor
  const title = text.office.acts.send.draft
  const address = draftAddress(desk, task)
  return (
    <PaperPages
      title={title}
      pages={desk.hasPictures ? 1 : 0}
      pageHref={(page) => `${address}/${page}.png`}
      text={text.office.dossier.paper}
      actions={
        <LinkButton kind="quiet" icon="external-link" href={`${address}.pdf`} newTab>
          {text.office.acts.send.open}
        </LinkButton>
      }
    />
  )
}
