// Who would get each step of the SOPs on a day: nobody, one person alone, and whose mandate ends soon stand first.
import { postTitle } from '../../../core/agency/agency.ts'
import { inForce } from '../../../core/agency/catalogue.ts'
import { isDay } from '../../../core/clock/instant.ts'
import { speakDay } from '../../../core/clock/speak.ts'
import { type HeldStep, stepsHeld, type WeakPoints, weakPoints } from '../../../core/organisation/steps-held.ts'
import type { Procedure } from '../../../core/procedure/schema.ts'
import type { Services } from '../../services.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Button, ButtonRow } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { App, Visitor } from '../../visitor.ts'
import { ORGANISATION_PATH, postPath } from './address.ts'
import { type Desk, deskOf } from './desk.ts'
import { framed } from './frame.tsx'
import { forThose } from './gate.ts'
import { CoverWords, holderWords } from './holder-words.tsx'

const PATH = `${ORGANISATION_PATH}/holders`

export const holdersRoute = (app: App, services: Services): void => {
  app.get(
    PATH,
    forThose(services, 'see-organisation', (c, signedIn) => show(deskOf(c, services, signedIn))),
  )
}

const show = (desk: Desk) => {
  const { c, visitor } = desk
  const words = visitor.text.organisation.holders
  const asked = c.req.query('on') ?? ''
  const isBad = asked !== '' && !isDay(asked)
  const day = asked === '' || isBad ? visitor.agency.today : asked
  const all = inForce(visitor.agency)
  const chosen = all.filter((one) => one.procedure === c.req.query('procedure'))
  const procedures = chosen.length > 0 ? chosen : all
  const faults = isBad ? [{ name: 'on', message: words.badDay }] : []
  return framed(
    { ...desk, faults },
    {
      title: words.title,
      part: 'holders',
      lead: words.lead,
      children: (
        <>
          <Card>
            <Form action={PATH} method="get" csrf={null}>
              <Field
                kind="date"
                name="on"
                label={words.on}
                value={asked === '' ? day : asked}
                error={isBad ? words.badDay : undefined}
              />
              <Field
                kind="select"
                name="procedure"
                label={words.procedure}
                placeholder={words.all}
                options={all.map(({ procedure, title }) => ({ value: procedure, label: title }))}
                value={chosen[0]?.procedure ?? ''}
              />
              <ButtonRow>
                <Button icon="search">{words.show}</Button>
              </ButtonRow>
            </Form>
          </Card>
          <Weak visitor={visitor} weak={weakPoints(visitor.agency, procedures, day)} />
          {procedures.map((one) => (
            <ProcedureCard key={one.procedure} visitor={visitor} procedure={one} day={day} />
          ))}
        </>
      ),
    },
  )
}

const TONE: Record<HeldStep['state'], Tone> = { held: 'good', single: 'warning', nobody: 'bad', applicant: 'neutral' }

type CardProps = { visitor: Visitor; procedure: Procedure; day: string }

const ProcedureCard = ({ visitor, procedure, day }: CardProps) => {
  const words = visitor.text.organisation.holders
  const steps = stepsHeld(visitor.agency, procedure, day)
  const count = (state: HeldStep['state']) => steps.filter((one) => one.state === state).length
  const columns: Column<HeldStep>[] = [
    { key: 'step', label: words.step, head: true, render: ({ activity }) => activity },
    {
      key: 'posts',
      label: words.posts,
      render: ({ posts }) => (
        <>
          {posts.length === 0 && '-'}
          {posts.map(({ post }) => (
            <a class="line-of-cell" key={post} href={postPath(post)}>
              {postTitle(visitor.agency.agency, post)}
            </a>
          ))}
        </>
      ),
    },
    { key: 'people', label: words.people, render: (one) => <Who visitor={visitor} one={one} /> },
    {
      key: 'state',
      label: words.state,
      render: ({ state }) => <StatusMark tone={TONE[state]}>{words.states[state]}</StatusMark>,
    },
  ]
  return (
    <Card title={procedure.title} flush aside={words.counts(steps.length, count('nobody'), count('single'))}>
      <Table caption={procedure.title} captionHidden columns={columns} rows={steps} rowKey={(one) => one.step} />
    </Card>
  )
}

/** One post says also why somebody else does its work; of several only the people count. */
const Who = ({ visitor, one }: { visitor: Visitor; one: HeldStep }) => {
  const [only, ...more] = one.posts
  if (only && more.length === 0) return <CoverWords visitor={visitor} cover={only.cover} />
  return (
    <>
      {one.holders.map((holder) => (
        <span class="line-of-cell" key={holder.person}>
          {holderWords(visitor, holder)}
        </span>
      ))}
      {one.isApplicants && <span class="line-of-cell">{visitor.text.organisation.holders.applicant}</span>}
      {one.state === 'nobody' && visitor.text.organisation.holder.nobody}
    </>
  )
}

const Weak = ({ visitor, weak }: { visitor: Visitor; weak: WeakPoints }) => {
  const { agency, text, language } = visitor
  const words = text.organisation.health
  const titleOf = (post: string) => postTitle(agency.agency, post)
  const lists = [
    { title: words.vacant, lines: weak.vacant.map(({ post }) => titleOf(post)) },
    {
      title: words.ending,
      lines: weak.ending.map(({ name, post, toOn }) => words.ends(name, titleOf(post), speakDay(toOn ?? '', language))),
    },
    { title: words.single, lines: weak.single.map(({ name, steps }) => words.alone(name, steps)) },
  ].filter(({ lines }) => lines.length > 0)
  if (lists.length === 0) return null
  return (
    <Card title={words.title}>
      <div class="grid">
        {lists.map(({ title, lines }) => (
          <section key={title}>
            <h3 class="weak-title">{title}</h3>
            <ul class="bullets">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  )
}
