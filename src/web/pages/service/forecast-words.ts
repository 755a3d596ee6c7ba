// What an applicant may expect, beside what is promised: in words, from experience.
import { Temporal } from 'temporal-polyfill'
import { type Forecast, forecastOf } from '../../../core/clock/forecast.ts'
import { type Instant, instantAt, inZone } from '../../../core/clock/instant.ts'
import { speakDay } from '../../../core/clock/speak.ts'
import { toldDue } from '../../../core/clock/speak-due.ts'
import { experienceOf } from '../../../store/experience.ts'
import type { Services } from '../../services.ts'
import type { Fact } from '../../ui/definition.tsx'
import type { Visitor } from '../../visitor.ts'

/** From the last six months, for a request that is filed now. */
export const forecastNow = async (
  { store }: Pick<Services, 'store'>,
  { agency, now }: Pick<Visitor, 'agency' | 'now'>,
  procedure: string,
): Promise<Forecast | null> => {
  const since = inZone(now, agency.agency.zone).subtract(Temporal.Duration.from({ months: 6 })).epochMilliseconds
  const experience = await experienceOf(store, agency.agency.agency, procedure, instantAt(since))
  return forecastOf(agency.calendar, now, experience)
}

/** One fact for lists of facts; where nothing can be said it says so. */
export const forecastFact = ({ agency, language, text }: Visitor, forecast: Forecast | null): Fact => {
  const words = text.clocks
  if (!forecast) return { label: words.realistic, value: words.tooFew }
  const day = (at: Instant): string => {
    const told = toldDue(agency.calendar, at)
    return speakDay(inZone(told.at, agency.agency.zone).toPlainDate().toString(), language)
  }
  const { usualAt, mostAt, finished, open } = forecast
  return {
    label: words.realistic,
    value: `${words.realisticWords(day(usualAt), day(mostAt))} ${words.realisticFrom(finished, open)}`,
  }
}
