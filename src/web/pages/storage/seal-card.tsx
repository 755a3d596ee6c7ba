// The certificate of the seal, for administrators: whose it is, until when, and what to do before letters have to wait.

import type { SealWatch } from '../../../adapters/signing/seal-watch.ts'
import { speakInstant } from '../../../core/clock/speak.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Visitor } from '../../visitor.ts'
import { DemoSeal } from '../dossier/signing/demo-seal.tsx'

type Props = { visitor: Visitor; seal: SealWatch }

export const SealCard = ({ visitor, seal }: Props) => {
  const { text, agency, language } = visitor
  const words = text.signing.watch
  const at = (instant: string) => speakInstant(instant, language, agency.agency.zone)
  return (
    <Card title={words.title} id="seal">
      {seal.state !== 'missing' && seal.certificate.isDemo === true && (
        <DemoSeal visitor={visitor}>{text.signing.demoSeal}</DemoSeal>
      )}
      {seal.state !== 'good' && (
        <Notice tone={seal.state === 'ending' ? 'warning' : 'bad'} word={text.common.words.warning}>
          <p>{troubleOf({ visitor, seal })}</p>
          <p>{words.howTo}</p>
        </Notice>
      )}
      {seal.state !== 'missing' && (
        <Definition
          facts={[
            { label: words.subject, value: seal.certificate.subject },
            { label: words.issuer, value: seal.certificate.issuer },
            { label: words.serial, value: <code class="any-break">{seal.certificate.serial}</code> },
            { label: words.from, value: at(seal.certificate.startsAt) },
            { label: words.until, value: at(seal.certificate.endsAt) },
          ]}
        />
      )}
    </Card>
  )
}

const troubleOf = ({ visitor, seal }: Props): string => {
  const words = visitor.text.signing.watch
  switch (seal.state) {
    case 'missing':
      return seal.reason[visitor.language]
    case 'ending':
      return words.ending(seal.days)
    case 'not-yet':
      return words.notYet
    default:
      return words.ended
  }
}
