// Every page by its noun; each adds its own addresses.
import type { Services } from './services.ts'
import type { App } from './visitor.ts'

export const routes: readonly ((app: App, services: Services) => void)[] = []
