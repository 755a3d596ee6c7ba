// What was typed into a form that is no longer there: shown once more, so that nobody has to remember it.
import { openMainTasks } from '../../../core/dossier/dossier.ts'
import { mayWithdraw } from '../../../core/dossier/policy.ts'
import { inLines } from '../../fields/lines.tsx'
import { Notice } from '../../ui/notice.tsx'
import { asksFields } from './correct-page.tsx'
import type { Typed, ViewProps } from './dossier-view.tsx'

const TEXTS = ['note', 'reason', 'text', 'comment'] as const

export const Lost = ({ request, typed }: Pick<ViewProps, 'request' | 'typed'>) => {
  if (!typed || isFormThere(request, typed)) return null
  const texts = TEXTS.map((name) => typed.values[name]?.[0]?.trim() ?? '').filter((text) => text !== '')
  if (texts.length === 0) return null
  return (
    <Notice tone="info" word={request.visitor.text.office.dossier.typed}>
      {texts.map((text) => (
        <p key={text}>{inLines(text.split('\n'))}</p>
      ))}
    </Notice>
  )
}

const isFormThere = ({ dossier, procedure }: ViewProps['request'], { act }: Typed): boolean => {
  switch (act) {
    case 'comment':
      return true
    case 'attach':
      return dossier.status === 'open'
    case 'withdraw':
      return mayWithdraw(procedure, dossier)
    case 'rate':
      return procedure.policy.rating && dossier.status === 'finished' && dossier.rating === null
    case 'finish':
      return openMainTasks(dossier).some((task) => task.forApplicant && !asksFields(procedure, task.step))
  }
}
