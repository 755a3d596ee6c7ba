// Compares a file with what was issued by its SHA-256 alone: computed in the browser, or typed; the file itself never comes here.
import { codeOfLetterBytes } from '../../../store/letter-check.ts'
import type { Services } from '../../services.ts'
import type { Text } from '../../text/text.ts'
import { Button, ButtonRow, LinkButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { PublicLetter } from './checked-letter.ts'

export const FINGERPRINT = 'sha256'

/** `other` carries the check code of the letter that it is. */
export type Compared = { is: 'same' | 'frozen' | 'different' | 'malformed' } | { is: 'other'; code: string }

/** As it is printed by whatever tool: in capitals, with blanks, with the name of the file behind it. */
export const readFingerprint = (typed: string): string | null => {
  const text = typed.slice(0, 1000).toLowerCase()
  const found =
    /(?:^|[^0-9a-f])([0-9a-f]{64})(?![0-9a-f])/.exec(text) ?? /^([0-9a-f]{64})$/.exec(text.replaceAll(/\s/g, ''))
  return found?.[1] ?? null
}

export const compare = async (
  services: Pick<Services, 'store'>,
  office: string,
  { typed, letter }: { typed: string; letter: PublicLetter },
): Promise<Compared> => {
  const sha256 = readFingerprint(typed)
  if (sha256 === null) return { is: 'malformed' }
  if (sha256 === letter.sha256) return { is: 'same' }
  if (sha256 === letter.signature?.preparedSha256) return { is: 'frozen' }
  const code = await codeOfLetterBytes(services.store, office, sha256)
  return code === null ? { is: 'different' } : { is: 'other', code }
}

type Words = Text['publicPages']['check']['file']

export const ComparedNotice = ({
  compared,
  letter,
  words,
}: {
  compared: Compared
  letter: PublicLetter
  words: Words
}) => {
  switch (compared.is) {
    case 'same':
      return (
        <Notice tone={letter.withdrawnOn ? 'warning' : 'good'} word={words.same} icon="shield-check" spoken>
          <p>{letter.withdrawnOn ? words.sameWithdrawn : words.sameLead}</p>
        </Notice>
      )
    case 'frozen':
      return (
        <Notice tone="warning" word={words.frozen} spoken>
          <p>{words.frozenLead}</p>
        </Notice>
      )
    case 'different':
      return (
        <Notice tone="bad" word={words.different} spoken>
          <p>{words.differentLead}</p>
        </Notice>
      )
    case 'other':
      return (
        <Notice
          tone="warning"
          word={words.other}
          spoken
          actions={<LinkButton href={`/check/${compared.code}`}>{words.openOther}</LinkButton>}
        >
          <p>{words.otherLead}</p>
        </Notice>
      )
    case 'malformed':
      return (
        <Notice tone="bad" word={words.typed} spoken>
          <p>{words.malformed}</p>
        </Notice>
      )
  }
}

type CompareProps = {
  /** Where the fingerprint is compared: with one letter, or with all of them. */
  action: string
  words: Words
  script: string
}

/** The zone for a file is hidden until the script shows it: without one it could do nothing. */
export const CompareCard = ({ action, words, script }: CompareProps) => (
  <Card title={words.title}>
    <p>{words.lead}</p>
    <Form action={action} method="get" csrf={null}>
      <div class="check-file" hidden data-check-file data-working={words.working} data-broken={words.broken}>
        <label class="check-file-zone">
          <span>{words.drop}</span>
          <input type="file" accept="application/pdf,.pdf" aria-label={words.choose} />
        </label>
        <p class="field-hint">{words.stays}</p>
        <p role="status" class="check-file-said" />
      </div>
      <details class="check-by-hand" open>
        <summary>{words.byHand}</summary>
        <p>{words.commands}</p>
        <dl class="check-commands">
          <dt>{words.systems.linux}</dt>
          <dd>
            <code>sha256sum surat.pdf</code>
          </dd>
          <dt>{words.systems.windows}</dt>
          <dd>
            <code>certutil -hashfile surat.pdf SHA256</code>
          </dd>
          <dt>{words.systems.mac}</dt>
          <dd>
            <code>shasum -a 256 surat.pdf</code>
          </dd>
        </dl>
        <Field
          kind="text"
          name={FINGERPRINT}
          label={words.typed}
          hint={words.typedHint}
          autocomplete="off"
          spellcheck={false}
        />
        <ButtonRow>
          <Button>{words.compare}</Button>
        </ButtonRow>
      </details>
    </Form>
    <script type="module" src={script} />
  </Card>
)
