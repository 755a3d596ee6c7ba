// A letter that has its number and waits for a hand: what is signed, in which way, and what to do now.
import { isAttemptLost, LOST } from '../../../../core/dossier/letters/signing.ts'
import { MAX_FILE_BYTES } from '../../../request/body.ts'
import type { Unsigned } from '../../../signing/waiting.ts'
import { Button, ButtonRow, LinkButton } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { uploadControl } from '../../../uploads/named.ts'
import { type Desk, type FormName, faultAt, typedInto } from '../desk.ts'
import { controlId, DeskForm, Note } from '../desk-form.tsx'
import { PaperPages } from '../paper-pages.tsx'
import { AnotherWay } from './choice.tsx'

type Props = { desk: Desk; letter: Unsigned }

export const WaitingLetter = ({ desk, letter }: Props) => {
  const { waiting } = desk.visitor.text.signing
  return (
    <>
      <h3>{waiting.title(letter.number)}</h3>
      <Trouble desk={desk} letter={letter} />
      {letter.signing?.method === 'wet' && <ScanForm desk={desk} letter={letter} />}
      {letter.signing?.method === 'bsre' && <PassphraseForm desk={desk} letter={letter} />}
      <Frozen desk={desk} letter={letter} />
      <AnotherWay desk={desk} letter={letter} />
      {letter.task !== null && <VoidForm desk={desk} letter={letter} />}
    </>
  )
}

export const formOf = (deed: string, letter: Unsigned): FormName => ({ deed, task: letter.task })

const Hidden = ({ letter }: Pick<Props, 'letter'>) => <input type="hidden" name="letter" value={letter.letter} />

const ScanForm = ({ desk, letter }: Props) => {
  const { text } = desk.visitor
  const { waiting } = text.signing
  const form = formOf('file-scan', letter)
  const typed = typedInto(desk, form)
  return (
    <DeskForm desk={desk} form={form} upload>
      <Hidden letter={letter} />
      <p>{waiting.wet}</p>
      <Field
        kind="file"
        name="file"
        id={controlId(form, 'file')}
        label={waiting.scan}
        required
        accept="application/pdf,image/jpeg,image/png"
        ahead={{ control: uploadControl('file'), bytes: MAX_FILE_BYTES, most: 1 }}
        error={faultAt(desk, form, 'file') ?? (typed ? text.attach.again : undefined)}
      />
      <Note
        desk={desk}
        form={form}
        name="eye"
        label={waiting.eye}
        hint={waiting.eyeHint}
        mark={text.office.acts.optional}
        rows={2}
      />
      <ButtonRow>
        <Button kind="primary" icon="send" busy={text.office.acts.busy} wide>
          {waiting.file}
        </Button>
      </ButtonRow>
    </DeskForm>
  )
}

const PassphraseForm = ({ desk, letter }: Props) => {
  const { waiting } = desk.visitor.text.signing
  const { signing } = letter
  if (signing?.trouble?.kind === 'unknown' || isAttemptLost(letter, desk.visitor.now))
    return <SettleForm desk={desk} letter={letter} />
  const form = formOf('sign-now', letter)
  return (
    <DeskForm desk={desk} form={form}>
      <Hidden letter={letter} />
      <p>{waiting.bsre}</p>
      {desk.isStandInSigning && (
        <Notice tone="warning" word={waiting.standInWord}>
          {waiting.standIn}
        </Notice>
      )}
      <Field
        kind="password"
        name="passphrase"
        id={controlId(form, 'passphrase')}
        label={waiting.passphrase}
        autocomplete="off"
        required
        width="medium"
      />
      <ButtonRow>
        <Button kind="primary" icon="writing-sign" busy={desk.visitor.text.office.acts.busy} wide>
          {waiting.sign}
        </Button>
      </ButtonRow>
    </DeskForm>
  )
}

const SettleForm = ({ desk, letter }: Props) => {
  const { waiting } = desk.visitor.text.signing
  const form = formOf('settle-signing', letter)
  return (
    <DeskForm desk={desk} form={form}>
      <Hidden letter={letter} />
      <Note desk={desk} form={form} name="reason" label={waiting.settleReason} required rows={2} />
      <ButtonRow>
        <Button icon="shield-check" busy={desk.visitor.text.office.acts.busy}>
          {waiting.settle}
        </Button>
      </ButtonRow>
    </DeskForm>
  )
}

const Trouble = ({ desk, letter }: Props) => {
  const { text, language, now } = desk.visitor
  const { waiting } = text.signing
  const trouble = isAttemptLost(letter, now)
    ? { kind: 'unknown' as const, reason: LOST }
    : (letter.signing?.trouble ?? null)
  if (!trouble) return null
  return (
    <Notice tone="bad" word={waiting[trouble.kind]}>
      <p>{trouble.reason[language]}</p>
      {trouble.kind === 'unknown' && <p>{waiting.unknownHint}</p>}
    </Notice>
  )
}

export const Frozen = ({ desk, letter }: Props) => {
  const { text } = desk.visitor
  const address = `/dossiers/${desk.dossier.id}/unsigned/${letter.checkCode}`
  return (
    <PaperPages
      title={text.signing.waiting.page}
      pages={desk.hasPictures ? 1 : 0}
      pageHref={(page) => `${address}/${page}.png`}
      text={text.office.dossier.paper}
      actions={
        <LinkButton kind="quiet" icon="external-link" href={`${address}.pdf`} newTab>
          {text.signing.waiting.open}
        </LinkButton>
      }
    />
  )
}

const VoidForm = ({ desk, letter }: Props) => {
  const { waiting } = desk.visitor.text.signing
  const form = formOf('void-letter', letter)
  return (
    <Confirm summary={waiting.void} icon="ban" kind="quiet" open={typedInto(desk, form) !== null}>
      <DeskForm desk={desk} form={form}>
        <Hidden letter={letter} />
        <p>{waiting.voidLead(letter.number)}</p>
        <Note desk={desk} form={form} name="reason" label={waiting.voidReason} required rows={2} />
        <ButtonRow>
          <Button kind="danger" icon="ban" busy={desk.visitor.text.office.acts.busy}>
            {waiting.voidSend}
          </Button>
        </ButtonRow>
      </DeskForm>
    </Confirm>
  )
}
