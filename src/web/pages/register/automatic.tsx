// What the office begins of itself: rules of the calendar with their next day, and probes with what they found.
import type { Context } from 'hono'
import { speakDay, speakShort } from '../../../core/clock/speak.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { serviceName } from '../../../core/procedure/service-standard.ts'
import { page } from '../../page.tsx'
import type { Services } from '../../services.ts'
import { automaticNow, type Probe, type Rule } from '../../story/automatic.ts'
import { StatusMark } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { Definition } from '../../ui/definition.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Grid, PageHead } from '../../ui/page-head.tsx'
import type { App, Visitor, WebEnv } from '../../visitor.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'

export const AUTOMATIC_PATH = '/automatic'

export const automaticRoute = (app: App, services: Services): void => {
  app.get(AUTOMATIC_PATH, (c) => automaticPage(c, services))
}

const automaticPage = async (c: Context<WebEnv>, services: Services) => {
  const visitor = c.get('visitor')
  if (!visitor.signedIn) return signInFirst(c)
  if (!mayOffice(visitor.signedIn.actor, 'see-registers')) return notFoundPage(c, services)
  const words = visitor.text.office.automatic
  const { rules, probes } = await automaticNow(services.store, visitor.agency)
  return page(c, services, {
    title: words.title,
    children: (
      <>
        <PageHead title={words.title} lead={words.lead} back={{ href: '/registers', label: words.back }} />
        {rules.length + probes.length === 0 && <EmptyState icon="clock" title={words.none} />}
        <Grid>
          {rules.map((rule) => (
            <RuleCard visitor={visitor} rule={rule} key={`${rule.procedure.procedure} ${rule.start.rule}`} />
          ))}
          {probes.map((probe) => (
            <ProbeCard visitor={visitor} probe={probe} key={`${probe.procedure.procedure} ${probe.start.probe}`} />
          ))}
        </Grid>
      </>
    ),
  })
}

const RuleCard = ({ visitor, rule }: { visitor: Visitor; rule: Rule }) => {
  const { language, text } = visitor
  const words = text.office.automatic
  const { procedure, start, nextOn, lookedAt, dossier, found } = rule
  const facts = [
    { label: words.next, value: nextOn ? speakDay(nextOn, language) : words.never },
    { label: words.forWhat, value: start.each ? words.each(start.each) : words.once },
    { label: words.rule, value: <code>{start.rule}</code> },
    { label: words.followed, value: moment(visitor, lookedAt) },
    ...(dossier ? [{ label: words.last, value: <a href={`/dossiers/${dossier}`}>{words.open}</a> }] : []),
  ]
  return (
    <Card
      title={serviceName(procedure)[language]}
      aside={<StatusMark tone={found ? 'bad' : 'neutral'}>{found ? words.couldNot : words.schedule}</StatusMark>}
    >
      {found && <p>{words.why(found[language])}</p>}
      <Definition facts={facts} />
    </Card>
  )
}

const ProbeCard = ({ visitor, probe }: { visitor: Visitor; probe: Probe }) => {
  const { language, text } = visitor
  const words = text.office.automatic
  const { procedure, start, looked, lookedAt, troubles } = probe
  const facts = [
    { label: words.looksFor, value: words.probes[start.probe] },
    ...(start.words.length > 0 ? [{ label: words.words, value: start.words.join(', ') }] : []),
    { label: words.every, value: start.every },
    { label: words.looked, value: looked === 0 ? words.noSite : words.lookedAt(looked, moment(visitor, lookedAt)) },
  ]
  return (
    <Card
      title={serviceName(procedure)[language]}
      aside={
        <StatusMark tone={troubles.length > 0 ? 'bad' : looked === 0 ? 'neutral' : 'good'}>
          {troubles.length > 0 ? words.troubles(troubles.length) : looked === 0 ? words.nothingYet : words.fine}
        </StatusMark>
      }
    >
      <Definition facts={facts} />
      {troubles.length > 0 && (
        <ul class="rows">
          {troubles.map(({ item, found, dossier }) => (
            <li key={item}>
              <strong>{item}</strong>
              <span>{found[language]}</span>
              {dossier ? <a href={`/dossiers/${dossier}`}>{words.open}</a> : <span>{words.waits}</span>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const moment = ({ agency, language, now, text }: Visitor, at: string | null): string =>
  at === null ? text.office.automatic.notYet : speakShort(at, language, { zone: agency.agency.zone, now })
