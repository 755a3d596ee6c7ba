// Language and look, kept in the browser; leads back to the page one came from.
import type { Context } from 'hono'
import { first, type Posted } from '../../request/body.ts'
import { setPreference } from '../../request/cookies.ts'
import { posted } from '../../request/posted.ts'
import type { Services } from '../../services.ts'
import { PREFERENCES_PATH } from '../../ui/masthead.tsx'
import type { App, WebEnv } from '../../visitor.ts'
import { localPath } from './local-path.ts'

const LANGUAGES = ['id', 'en']
const THEMES = ['system', 'light', 'dark']

export const preferenceRoutes = (app: App, services: Services): void => {
  app.post(PREFERENCES_PATH, (c) => {
    keepPreferences(c, services, posted(c))
    return c.redirect(localPath(first(posted(c), 'back'), '/'), 303)
  })
}

/** Also where no office has been chosen yet. */
export const keepPreferences = (c: Context<WebEnv>, services: Services, form: Posted): void => {
  const language = first(form, 'lang')
  const theme = first(form, 'theme')
  if (LANGUAGES.includes(language)) setPreference(c, services, 'language', language)
  if (THEMES.includes(theme)) setPreference(c, services, 'theme', theme)
}
