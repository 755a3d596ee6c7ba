// Says beside a letter that its seal is for demonstration: to the officers who send it, and to whoever receives it.
import type { Letter } from '../../../../core/dossier/dossier.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Visitor } from '../../../visitor.ts'

type Reader = { visitor: Pick<Visitor, 'text'> }

export const DemoSeal = ({ visitor, children }: Reader & { children: string }) => (
  <Notice tone="warning" word={visitor.text.common.words.warning}>
    {children}
  </Notice>
)

/** Whatever the office seals with by now. */
export const DemoSealed = ({ visitor, letter }: Reader & { letter: Pick<Letter, 'signing'> | undefined }) =>
  letter?.signing?.signature?.certificate?.isDemo === true ? (
    <DemoSeal visitor={visitor}>{visitor.text.signing.demoSealed}</DemoSeal>
  ) : null
