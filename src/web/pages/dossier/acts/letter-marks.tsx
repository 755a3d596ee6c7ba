// What has happened to a letter in work: who initialed it, who sent it back and why.
import { postTitle } from '../../../../core/agency/agency.ts'
import { speakShort } from '../../../../core/clock/speak.ts'
import type { Letter } from '../../../../core/dossier/dossier.ts'
import { StatusMark } from '../../../ui/badge.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Desk } from '../desk.ts'

export const LetterMarks = ({ desk, letter }: { desk: Desk; letter: Letter | undefined }) => {
  const { visitor } = desk
  const { agency } = visitor.agency
  const { send: words } = visitor.text.office.acts
  const when = (at: string) => speakShort(at, visitor.language, { zone: agency.zone, now: visitor.now })
  return (
    <>
      {letter?.sentBack && (
        <Notice tone="warning" word={words.sentBack(postTitle(agency, letter.sentBack.post))}>
          {letter.sentBack.remark}
        </Notice>
      )}
      {letter?.initials.map((one) => (
        <p key={one.post}>
          <StatusMark tone="good" icon="writing-sign">
            {words.initialed(postTitle(agency, one.post), when(one.at))}
          </StatusMark>
        </p>
      ))}
    </>
  )
}
