// How a letter is to be signed, where the office leaves its signer a choice.
import type { Letter } from '../../../../core/dossier/dossier.ts'
import { SIGNING_METHODS, type SigningMethod, signingRules } from '../../../../core/paper/signing.ts'
import { first, type Posted } from '../../../request/body.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Field } from '../../../ui/field.tsx'
import type { Desk, FormName } from '../desk.ts'
import { controlId, DeskForm } from '../desk-form.tsx'
import { DemoSeal } from './demo-seal.tsx'

/** Nothing to choose where there is one way only; what is not official says so in either case. */
export const SigningChoice = ({ desk, form, except }: { desk: Desk; form: FormName; except?: SigningMethod }) => {
  const { signing } = desk.visitor.text
  const { default: usual, methods } = signingRules(desk.visitor.agency.agency.signing)
  const offered = methods.filter((method) => method !== except)
  const demo = desk.isDemoSeal && offered.includes('seal') && (
    <DemoSeal visitor={desk.visitor}>{signing.demoSeal}</DemoSeal>
  )
  if (offered.length + (except ? 1 : 0) < 2) return demo || null
  return (
    <>
      <Field
        kind="radio"
        name="signing"
        id={controlId(form, 'signing')}
        label={signing.choose}
        value={offered.includes(usual) ? usual : offered[0]}
        options={offered.map((method) => ({ value: method, label: signing.methods[method] }))}
      />
      {demo}
    </>
  )
}

export const chosenSigning = (posted: Posted): { signing?: SigningMethod } => {
  const chosen = SIGNING_METHODS.find((method) => method === first(posted, 'signing'))
  return chosen ? { signing: chosen } : {}
}

/** Under the number it has: for a letter that cannot be signed as it was begun. */
export const AnotherWay = ({ desk, letter }: { desk: Desk; letter: Letter | undefined }) => {
  const { signing, office } = desk.visitor.text
  const before = letter?.signing?.method
  if (!letter || before === undefined || letter.task === null) return null
  if (signingRules(desk.visitor.agency.agency.signing).methods.every((method) => method === before)) return null
  const form = { deed: 'retry-letter', task: letter.task }
  return (
    <Confirm summary={signing.waiting.another} icon="writing-sign" kind="quiet">
      <DeskForm desk={desk} form={form}>
        <SigningChoice desk={desk} form={form} except={before} />
        <ButtonRow>
          <Button busy={office.acts.busy}>{signing.waiting.anotherSend}</Button>
        </ButtonRow>
      </DeskForm>
    </Confirm>
  )
}
