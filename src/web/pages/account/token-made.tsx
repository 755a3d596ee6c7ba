// A token that has just been made: the only page that ever shows its text.
import { speakInstant } from '../../../core/clock/speak.ts'
import type { NewAccessToken } from '../../../store/access-tokens.ts'
import { ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Visitor } from '../../visitor.ts'
import { TOKENS_PATH } from './letters.ts'
import { ScopeList } from './scope-list.tsx'

export const MadeView = ({ visitor, token }: { visitor: Visitor; token: NewAccessToken }) => {
  const { text, language, agency } = visitor
  const words = text.account.tokens
  const facts = [
    { label: words.name, value: token.name },
    { label: words.scopes, value: <ScopeList scopes={token.scopes} language={language} /> },
    { label: words.expires, value: speakInstant(token.expiresAt, language, agency.agency.zone) },
  ]
  return (
    <>
      <PageHead title={words.madeTitle} />
      <Notice tone="warning" word={text.common.words.warning} spoken>
        <p>{words.copyNow}</p>
        <p>{words.reload}</p>
      </Notice>
      <Card title={words.token}>
        <CopyText id="token-text" text={token.text} first words={{ label: words.token, ...words.copying }} />
        <Definition facts={facts} />
        <p>{words.keepSafe}</p>
        <ButtonRow>
          <LinkButton icon="arrow-left" href={TOKENS_PATH}>
            {words.toList}
          </LinkButton>
        </ButtonRow>
      </Card>
    </>
  )
}
