// The parts of a published service standard.
import { postTitle } from '../../../core/agency/agency.ts'
import type { Forecast } from '../../../core/clock/forecast.ts'
import { speakLimit } from '../../../core/clock/speak.ts'
import { parseTime } from '../../../core/clock/time-limit.ts'
import type { Procedure, Step } from '../../../core/procedure/schema.ts'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { StepPicture, type StepView } from '../../ui/step-picture.tsx'
import type { Visitor } from '../../visitor.ts'
import { forecastFact } from './forecast-words.ts'
import { promiseWords } from './promise-words.ts'

type Props = { visitor: Visitor; procedure: Procedure }
type WithForecast = Props & { forecast: Forecast | null }

export const Standard = ({ visitor, procedure, forecast }: WithForecast) => {
  const words = visitor.text.publicPages.service
  return (
    <>
      <Card title={words.requirements}>
        <Requirements visitor={visitor} procedure={procedure} />
      </Card>
      <Card title={words.procedure}>
        <p>{words.procedureLead}</p>
        <StepPicture
          label={words.procedure}
          steps={stepViews(visitor, procedure)}
          text={{ states: words.states, standard: words.standardTime, used: words.used }}
        />
      </Card>
      <Card>
        <Promises visitor={visitor} procedure={procedure} forecast={forecast} />
      </Card>
    </>
  )
}

const Requirements = ({ visitor, procedure }: Props) => {
  const { requirements } = procedure.service
  if (requirements.length === 0) return <p>{visitor.text.publicPages.service.noRequirements}</p>
  return (
    <ul class="bullets">
      {requirements.map((one) => (
        <li key={one.id}>{one[visitor.language]}</li>
      ))}
    </ul>
  )
}

const Promises = ({ visitor, procedure, forecast }: WithForecast) => {
  const { text, language, agency } = visitor
  const words = text.publicPages.service
  const { cost, product, complaints } = procedure.service
  const promise = promiseWords(procedure, language)
  const { email, phone, hours } = agency.agency.contact
  const facts = [
    { label: words.time, value: promise === '' ? words.noTime : words.timeFrom(promise) },
    forecastFact(visitor, forecast),
    { label: words.cost, value: cost?.[language] ?? words.costUnsaid },
    ...(product ? [{ label: words.product, value: product[language] }] : []),
    {
      label: words.complaints,
      value: (
        <>
          {(complaints ?? agency.agency.complaints)[language]}
          <br />
          {`${phone} · ${email} · ${hours[language]}`}
        </>
      ),
    },
  ]
  return <Definition facts={facts} />
}

/** Before anything has happened: every step with its number, who, and the time as the SOP prints it. */
const stepViews = ({ agency, text, language }: Visitor, procedure: Procedure): StepView[] => {
  const printed = procedure.steps.filter((step) => !step.policy)
  return procedure.steps.map((step): StepView => {
    const who = whoOf(procedure, step, (post) => postTitle(agency.agency, post))
    const limit = parseTime(step.time)
    return {
      key: step.step,
      number: step.policy ? undefined : String(printed.indexOf(step) + 1),
      title: step.activity,
      who: step.policy ? `${who} (${text.publicPages.service.added})` : who,
      state: 'later',
      standard: limit && limit.kind !== 'untimed' ? speakLimit(limit, language) : undefined,
    }
  })
}

const whoOf = (procedure: Procedure, step: Step, titleOf: (post: string) => string): string =>
  step.actor
    .flatMap((key) => procedure.actors[key] ?? [])
    .map((actor) => (actor.post ? titleOf(actor.post) : actor.label))
    .join(' / ')
