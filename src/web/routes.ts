// Every page by its noun; each adds its own addresses.
import { demoRoutes } from './pages/account/demo-sign-in.ts'
import { mineRoutes } from './pages/account/mine.tsx'
import { passwordLinkRoutes } from './pages/account/password-link.tsx'
import { preferenceRoutes } from './pages/account/preferences.ts'
import { registerRoutes } from './pages/account/register.tsx'
import { resetRoutes } from './pages/account/reset.tsx'
import { signInRoutes } from './pages/account/sign-in.tsx'
import { dossierRoutes } from './pages/dossier/dossier.tsx'
import { galleryRoutes } from './pages/gallery.tsx'
import { outboxRoutes } from './pages/outbox/outbox.tsx'
import { inviteRoutes } from './pages/people/invite.tsx'
import { peopleRoutes } from './pages/people/list.tsx'
import { personRoutes } from './pages/people/person.tsx'
import { workRoutes } from './pages/work/work.tsx'
import type { Services } from './services.ts'
import type { App } from './visitor.ts'

export const routes: readonly ((app: App, services: Services) => void)[] = [
  outboxRoutes,
  workRoutes,
  dossierRoutes,
  galleryRoutes,
  demoRoutes,
  mineRoutes,
  passwordLinkRoutes,
  preferenceRoutes,
  registerRoutes,
  resetRoutes,
  signInRoutes,
  inviteRoutes,
  peopleRoutes,
  personRoutes,
]
