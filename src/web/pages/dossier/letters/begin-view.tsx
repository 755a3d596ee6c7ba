// The form of a new letter: first its kind, then what it asks and the posts it passes.
import { headPost, openPosts, postTitle } from '../../../../core/agency/agency.ts'
import { INITIALS_AT_MOST, proposedInitials } from '../../../../core/dossier/letters/begin.ts'
import type { Letter } from '../../../../core/dossier/letters/letter.ts'
import { byOfficer } from '../../../acting.ts'
import { type LetterChoice, letterKinds } from '../../../letter-desk.ts'
import { all, first, type Posted } from '../../../request/body.ts'
import { Button, ButtonRow } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, type FieldFault } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Fieldset } from '../../../ui/fieldset.tsx'
import { Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import type { Desk } from '../desk.ts'
import { DraftFields } from './draft-fields.tsx'

export type BeginProps = {
  desk: Desk
  /** Null while it is not chosen. */
  kind: LetterChoice | null
  replaced: Letter | undefined
  typed: Posted | null
  faults: FieldFault[]
}

export const BeginView = (props: BeginProps) => {
  const { desk, kind, replaced } = props
  const { visitor, dossier } = desk
  const words = visitor.text.letters.form
  return (
    <>
      <PageHead
        kicker={dossier.number}
        title={kind?.title ?? words.title}
        lead={words.lead(dossier.number)}
        back={{ href: `/dossiers/${dossier.id}#letters`, label: dossier.subject }}
      />
      {replaced && (
        <Notice tone="info" word={visitor.text.letters.title}>
          {words.replacing(replaced.number ?? '')}
        </Notice>
      )}
      <Card>{kind ? <Whole {...props} kind={kind} /> : <Kinds {...props} />}</Card>
    </>
  )
}

const Kinds = ({ desk, faults }: BeginProps) => {
  const { visitor, dossier } = desk
  const words = visitor.text.letters.form
  const kinds = letterKinds(visitor.agency)
  const isShared = (title: string): boolean => kinds.filter((one) => one.title === title).length > 1
  const options = kinds.map(({ kind, title }) => ({
    value: kind,
    label: isShared(title) ? `${title} (${kind})` : title,
  }))
  return (
    <Form action={`/dossiers/${dossier.id}/letters/new`} csrf={null} method="get">
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <Field kind="select" name="kind" id="kind" label={words.kind} options={options} required />
      <ButtonRow>
        <Button kind="primary">{words.choose}</Button>
      </ButtonRow>
    </Form>
  )
}

type WholeProps = BeginProps & { kind: LetterChoice }

const Whole = ({ desk, kind, replaced, typed, faults }: WholeProps) => {
  const { visitor, dossier, signedIn } = desk
  const words = visitor.text.letters.form
  const faultOf = (name: string): string | undefined => faults.find((one) => one.name === name)?.message
  return (
    <Form action={`/dossiers/${dossier.id}/letters/new`} csrf={signedIn.csrf}>
      <ErrorSummary title={visitor.text.common.errors.title} faults={faults} />
      <input type="hidden" name="kind" value={kind.kind} />
      <input type="hidden" name="replaces" value={replaced?.id ?? ''} />
      <input type="hidden" name="key" value={desk.newId()} />
      <DraftFields
        desk={desk}
        kind={kind.kind}
        draft={replaced?.draft ?? { note: '' }}
        typed={typed}
        idOf={(name) => name}
        faultOf={faultOf}
      />
      <To desk={desk} kind={kind} replaced={replaced} typed={typed} faultOf={faultOf} />
      <Posts desk={desk} typed={typed} faultOf={faultOf} />
      <ButtonRow>
        <Button kind="primary" icon="file-text" busy={visitor.text.office.acts.busy} wide>
          {words.begin}
        </Button>
      </ButtonRow>
    </Form>
  )
}

type PartProps = Pick<BeginProps, 'desk' | 'typed'> & { faultOf: (name: string) => string | undefined }

const To = ({ desk, kind, replaced, typed, faultOf }: PartProps & Pick<WholeProps, 'kind' | 'replaced'>) => {
  const words = desk.visitor.text.letters
  const usual = replaced ? (replaced.beside?.to.kind ?? 'applicant') : kind.isCorrespondence ? 'applicant' : 'inside'
  return (
    <>
      <Field
        kind="radio"
        name="to"
        id="to"
        label={words.form.to}
        value={first(typed, 'to') || usual}
        error={faultOf('to')}
        options={(['applicant', 'inside', 'other'] as const).map((value) => ({
          value,
          label: value === 'applicant' ? `${words.to.applicant}: ${desk.client.name}` : words.to[value],
        }))}
      />
      <Field
        kind="text"
        name="name"
        id="name"
        label={words.form.name}
        hint={words.form.nameHint}
        mark={desk.visitor.text.office.acts.optional}
        value={first(typed, 'name')}
        maxlength={200}
      />
      <Field
        kind="text"
        name="place"
        id="place"
        label={words.form.place}
        mark={desk.visitor.text.office.acts.optional}
        value={first(typed, 'place')}
        maxlength={200}
      />
    </>
  )
}

const Posts = ({ desk, typed, faultOf }: PartProps) => {
  const { visitor, signedIn } = desk
  const { agency, today } = visitor.agency
  const words = visitor.text.letters.form
  const by = byOfficer(signedIn, desk)
  const writer = by?.kind === 'post' ? by.post : ''
  const signer = first(typed, 'signer') || headPost(agency)
  const chosen = typed ? all(typed, 'initial') : proposedInitials(agency, { writer, signer })
  const posts = openPosts(agency, today).map((post) => ({ value: post, label: postTitle(agency, post) }))
  const places = Math.min(INITIALS_AT_MOST, Math.max(3, chosen.filter((post) => post !== '').length + 1))
  return (
    <>
      <Field
        kind="select"
        name="signer"
        id="signer"
        label={words.signer}
        options={posts}
        value={signer}
        error={faultOf('signer')}
      />
      <Fieldset legend={words.initials} hint={words.initialsHint}>
        {Array.from({ length: places }, (_, at) => (
          <Field
            key={at}
            kind="select"
            name="initial"
            id={`initial-${at + 1}`}
            label={words.initialAt(at + 1)}
            options={[{ value: '', label: words.nobody }, ...posts]}
            value={chosen[at] ?? ''}
            error={faultOf(`initial-${at + 1}`)}
          />
        ))}
      </Fieldset>
    </>
  )
}
