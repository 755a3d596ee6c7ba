// The gallery of all pieces of the look in the states that exist, for those who build pages; demo only.

import type { Services } from '../services.ts'
import { galleryPage } from '../ui/gallery.tsx'
import { renderPage } from '../ui/render-page.ts'
import type { App } from '../visitor.ts'
import { notFoundPage } from './message.tsx'

export const galleryRoutes = (app: App, services: Services): void => {
  app.get('/dev/ui', (c) => {
    if (!services.isDemo) return notFoundPage(c, services)
    const { theme, language, signedIn } = c.get('visitor')
    return c.html(
      renderPage(
        galleryPage({ lang: language, theme, csrf: signedIn?.csrf ?? null, assets: services.assets, path: '/dev/ui' }),
      ),
    )
  })
}
