// What is done with the tasks that were ticked in a list: taken and given back at once, disposed of and shared out by a form.
import type { Context } from 'hono'
import type { Command } from '../../../core/dossier/commands.ts'
import { mayOffice } from '../../../core/person/may.ts'
import { byForTask, bySharing } from '../../acting.ts'
import { all, first, type Posted } from '../../request/body.ts'
import { setFlash } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import type { App, WebEnv } from '../../visitor.ts'
import { localPath } from '../account/local-path.ts'
import { notFoundPage } from '../message.tsx'
import { signInFirst } from '../sign-in-first.ts'
import { MOST_CHOSEN, openChosen } from './chosen.ts'
import { DISPOSE_PATH } from './dispose-form.tsx'
import { type AtHand, disposeMany, showDisposing } from './dispose-page.tsx'
import { resultsPage } from './results.tsx'
import { runEach } from './run-each.ts'
import { shareMany, showSharing } from './share-page.tsx'

type Web = Context<WebEnv>
type Answer = (c: Web, services: Services, at: AtHand) => Response | Promise<Response>

export const chooseRoutes = (app: App, services: Services): void => {
  const routes: [string, Answer, Answer][] = [
    ['/work/chosen', chosen, chosenAgain],
    [DISPOSE_PATH, disposeMany, showDisposing],
    ['/work/share', shareMany, showSharing],
  ]
  for (const [path, act, show] of routes) {
    app.post(path, (c) => atHand(c, services, posted(c), act))
    // After a sign-in the form comes back as it was sent; without one there is nothing to show here.
    app.get(path, async (c) => {
      const { restored } = c.get('visitor')
      return restored ? atHand(c, services, restored, show) : c.redirect('/work', 302)
    })
  }
}

const atHand = async (c: Web, services: Services, form: Posted, answer: Answer) => {
  const visitor = c.get('visitor')
  const { signedIn, text } = visitor
  if (!signedIn) return signInFirst(c)
  if (!mayOffice(signedIn.actor, 'see-work')) return notFoundPage(c, services)
  const wanted = localPath(first(form, 'back'), '/work')
  const back = wanted === '/work' || wanted.startsWith('/work?') ? wanted : '/work'
  const values = all(form, 'task')
  const words = text.office.team
  if (values.length === 0 || values.length > MOST_CHOSEN) {
    setFlash(c, services, 'warning', values.length === 0 ? words.nothing : words.tooMany(MOST_CHOSEN))
    return c.redirect(back, 303)
  }
  const opened = await openChosen(services, { visitor, signedIn }, values)
  return answer(c, services, { visitor, signedIn, opened, form, back })
}

const chosen: Answer = (c, services, at) => {
  switch (first(at.form, 'do')) {
    case 'dispose':
      return showDisposing(c, services, { ...at, form: { values: {}, files: [] } })
    case 'share':
      return showSharing(c, services, { ...at, form: { values: {}, files: [] } })
    case 'take':
      return atOnce(c, services, at, 'take')
    case 'release':
      return atOnce(c, services, at, 'release')
    default:
      return c.redirect(at.back, 303)
  }
}

/** Nothing is done by opening an address. */
const chosenAgain: Answer = (c, services, at) => {
  const isForm = ['dispose', 'share'].includes(first(at.form, 'do'))
  return isForm ? chosen(c, services, at) : c.redirect(at.back, 302)
}

const atOnce = async (c: Web, services: Services, at: AtHand, type: 'take' | 'release') => {
  const { visitor, signedIn, opened, form, back } = at
  const { results: words } = visitor.text.office.team
  const results = await runEach(
    services,
    at,
    opened.chosen.map((one) => {
      const command: Command = { type, task: one.task.task }
      const by = type === 'take' ? byForTask(signedIn, one) : bySharing(signedIn, { ...one, office: visitor.agency })
      return { chosen: one, by, command, done: words.done[type] }
    }),
  )
  if (opened.gone > 0 || results.some(({ isDone }) => !isDone))
    return resultsPage(c, services, {
      signedIn,
      results,
      gone: opened.gone,
      back,
      again: { action: '/work/chosen', form },
    })
  setFlash(c, services, 'good', `${words.title(results.length, results.length)}. ${words.done[type]}.`)
  return c.redirect(back, 303)
}
