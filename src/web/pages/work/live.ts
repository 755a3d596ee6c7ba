// News for open lists: an event when tasks of one's posts came or went, or somebody is told of something; ends with the session and the process.
import { streamSSE } from 'hono/streaming'
import { Temporal } from 'temporal-polyfill'
import type { Instant } from '../../../core/clock/instant.ts'
import { listenerOf } from '../../../core/notice/listener.ts'
import { isSessionStanding } from '../../../store/session-standing.ts'
import { IDLE_HOURS } from '../../../store/sessions.ts'
import { personOf, postsHeard } from '../../hats.ts'
import type { Services } from '../../services.ts'
import type { App, SignedIn, Visitor } from '../../visitor.ts'

export const LIVE_PATH = '/live'

/** Of one person in this process: more open pages than anybody has; the ones beyond show their news when loaded again. */
const MOST_STREAMS = 12

/** Proxies cut silent connections after a minute or so; the session is looked at on the same beat. */
const HEARTBEAT_MS = 25_000

export const liveRoute = (app: App, services: Services): void => {
  const open = new Map<string, number>()
  app.get(LIVE_PATH, (c) => {
    const { signedIn, agency } = c.get('visitor')
    // 204 tells a browser not to ask again.
    if (!signedIn) return c.body(null, 204)
    const whose = `${agency.agency.agency}/${signedIn.person}`
    const held = open.get(whose) ?? 0
    if (held >= MOST_STREAMS) return c.body(null, 204)
    open.set(whose, held + 1)
    // nginx would hold the stream back otherwise.
    c.header('x-accel-buffering', 'no')
    const news = streamSSE(c, async (stream) => {
      const queue = newsQueue()
      const end = services.live.subscribe(
        agency.agency.agency,
        [...postsHeard(signedIn), listenerOf(signedIn.person)],
        () => queue.push('tasks'),
        () => queue.push('end'),
      )
      const heart = setInterval(() => queue.push('beat'), HEARTBEAT_MS)
      stream.onAbort(() => queue.push('end'))
      try {
        await stream.writeSSE({ event: 'ready', data: '' })
        for (let news = await queue.next(); news !== 'end'; news = await queue.next()) {
          if (news === 'tasks') await stream.writeSSE({ event: 'tasks', data: '' })
          else if (await hasOtherPosts(services, c.get('visitor'), signedIn)) {
            // Another day, another decree: the page looks once, and the browser comes back under the hats of now.
            await stream.writeSSE({ event: 'tasks', data: '' })
            break
          } else if (await isStillSignedIn(services, agency.agency.agency, signedIn)) await stream.write(': \n\n')
          else break
        }
      } finally {
        clearInterval(heart)
        end()
        leave(open, whose)
      }
    })
    // Only forbidding to use it unasked would let it be kept.
    news.headers.set('cache-control', 'no-store')
    return news
  })
}

const hasOtherPosts = async (services: Services, { agency }: Visitor, signedIn: SignedIn): Promise<boolean> => {
  const files = services.catalogue.agencies.find((one) => one.agency.agency === agency.agency.agency)
  if (!files) return false
  const office = await services.living(files, services.now())
  const { person, name, email, isAdministrator } = signedIn
  const fresh = personOf({ person, name, email, isAdministrator, clients: [] }, office)
  return postsHeard(fresh).toSorted().join() !== postsHeard(signedIn).toSorted().join()
}

const leave = (open: Map<string, number>, whose: string): void => {
  const held = (open.get(whose) ?? 0) - 1
  if (held > 0) open.set(whose, held)
  else open.delete(whose)
}

type News = 'tasks' | 'beat' | 'end'

/** What is told while something else is being written waits here; an end overtakes everything. */
const newsQueue = (): { push: (news: News) => void; next: () => Promise<News> } => {
  const waiting = new Set<News>()
  let wake: (() => void) | null = null
  return {
    push: (news) => {
      waiting.add(news)
      wake?.()
    },
    next: async () => {
      while (waiting.size === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      const news = waiting.has('end') ? 'end' : ([...waiting][0] ?? 'beat')
      waiting.delete(news)
      return news
    },
  }
}

const isStillSignedIn = (services: Services, agency: string, { session }: SignedIn): Promise<boolean> => {
  const now = services.now()
  return isSessionStanding(services.store, agency, session, { now, idleSince: hoursBefore(now, IDLE_HOURS) })
}

const hoursBefore = (now: Instant, hours: number): Instant =>
  Temporal.Instant.from(now).subtract({ hours }).toString({ fractionalSecondDigits: 3 })
