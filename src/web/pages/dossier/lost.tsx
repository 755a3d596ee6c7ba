// What was typed into a form that is not there any more.
import { Notice } from '../../ui/notice.tsx'
import type { Desk } from './desk.ts'

export const Lost = ({ desk, lost }: { desk: Desk; lost: string[] }) => {
  const { text } = desk.visitor
  return (
    <Notice tone="info" word={text.office.dossier.typed}>
      {lost.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  )
}
