// A secret that has just been made: the only page that ever shows it.
import type { Instant } from '../../../core/clock/instant.ts'
import { speakInstant } from '../../../core/clock/speak.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Visitor } from '../../visitor.ts'

type Props = { visitor: Visitor; webhook: string; secret: string; formerUntil: Instant | null }

export const SecretView = ({ visitor, webhook, secret, formerUntil }: Props) => {
  const { text, language, agency } = visitor
  const words = text.webhooks
  return (
    <>
      <PageHead title={formerUntil === null ? words.madeTitle : words.rotatedTitle} />
      <Notice tone="warning" word={text.common.words.warning} spoken>
        <p>{words.copyNow}</p>
      </Notice>
      <Card title={words.secret}>
        <CopyText id="webhook-secret" text={secret} first words={{ label: words.secret, ...words.copying }} />
        {formerUntil !== null && <p>{words.rotatedWords(speakInstant(formerUntil, language, agency.agency.zone))}</p>}
        <p>{words.keepSafe}</p>
        <ButtonRow>
          <LinkButton icon="arrow-left" href={`/webhooks/${webhook}`}>
            {words.toOne}
          </LinkButton>
        </ButtonRow>
      </Card>
    </>
  )
}
