// A number of ours under which no letter was issued: void since a day, or not signed yet; nothing else of it is public.
import { speakDay } from '../../../core/clock/speak.ts'
import { showCode } from '../../../core/paper/code.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Visitor } from '../../visitor.ts'
import type { PublicNumber } from './checked-letter.ts'

/** @param code empty where the number itself was typed */
export const NumberState = ({ visitor, code, known }: { visitor: Visitor; code: string; known: PublicNumber }) => {
  const { text, language } = visitor
  const words = text.publicPages.check
  const { number, office, voidOn } = known
  return (
    <>
      <PageHead title={words.title} />
      {voidOn === null ? (
        <Notice tone="warning" word={words.unsigned}>
          <p>{words.unsignedLead}</p>
        </Notice>
      ) : (
        <Notice tone="bad" word={words.voided} icon="ban">
          <p>{words.voidedOn(speakDay(voidOn, language))}</p>
        </Notice>
      )}
      <Card>
        <Definition
          facts={[
            ...(code === '' ? [] : [{ label: words.code, value: showCode(code) }]),
            { label: words.number, value: number },
            { label: words.office, value: office },
          ]}
        />
      </Card>
    </>
  )
}
