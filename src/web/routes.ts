// Every page by its noun; each adds its own addresses.
import { galleryRoutes } from './pages/gallery.tsx'
import { outboxRoutes } from './pages/outbox/outbox.tsx'
import type { Services } from './services.ts'
import type { App } from './visitor.ts'

export const routes: readonly ((app: App, services: Services) => void)[] = [
  outboxRoutes,
  galleryRoutes,
]
