// A draft letter as it would be printed: pictures of its pages, and the PDF itself.
import { letterAt } from '../../../core/dossier/acts/draft.ts'
import { taskNamed } from '../../../core/dossier/dossier.ts'
import { stepNamed } from '../../../core/procedure/flow.ts'
import { letterFault } from '../../../letters/unprintable.ts'
import { textUsed } from '../../letter-templates/used.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Desk } from './desk.ts'
import { addressOf } from './desk-form.tsx'
import { draftInput } from './draft-routes.ts'
import { PaperPages } from './paper-pages.tsx'

export const draftAddress = (desk: Pick<Desk, 'dossier'>, task: string): string => `${addressOf(desk, task)}/draft`

export const LetterDraftView = ({ desk, task }: { desk: Desk; task: string }) => {
  const { text } = desk.visitor
  const title = text.office.acts.send.draft
  const address = draftAddress(desk, task)
  const step = taskNamed(desk.dossier, task)?.step
  const name = step === undefined ? undefined : stepNamed(desk.procedure, step)?.letter
  const letter = name === undefined ? undefined : (letterAt(desk.dossier, task, name) ?? { letter: name, number: null })
  const used = letter && textUsed(desk.visitor, letter)
  // Nothing that could be at fault stands in the office's address.
  const input = draftInput({ publicUrl: () => '' }, desk, { task, written: null })
  const fault = input?.letter.number === null ? letterFault(input) : null
  if (fault)
    return (
      <Notice tone="warning" word={text.letters.notPrintable}>
        {fault.sentence[desk.visitor.language]}
      </Notice>
    )
  return (
    <PaperPages
      title={title}
      facts={used && `${text.letterTemplates.editor.text}: ${used}`}
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
