// Who is looking at a page: the agency of the host, the language, and the person under their hats.
import type { HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'
import type { AgencyData } from '../core/agency/catalogue.ts'
import type { Instant } from '../core/clock/instant.ts'
import type { ClientKind } from '../core/dossier/events.ts'
import type { PostHat } from '../core/person/hats.ts'
import type { Actor } from '../core/person/may.ts'
import type { Posted } from './request/body.ts'
import type { Text } from './text/text.ts'
import type { Lang, Theme } from './ui/masthead.tsx'

/** A post whose work somebody does today, or would if they were not away. */
export type OfficerHat = PostHat & { kind: 'post'; title: string }

export type Hat = OfficerHat | { kind: 'client'; client: string; name: string; clientKind: ClientKind }

/** A person under the hats they wear today. */
export type Person = {
  person: string
  name: string
  email: string
  isAdministrator: boolean
  /** In the order in which they are tried: the chosen one first. */
  hats: Hat[]
  hasChosen: boolean
  actor: Actor
}

/** A person at a browser. */
export type SignedIn = Person & {
  /** For the forms of this page; masked, see request/csrf.ts. */
  csrf: string
  /** Hash of the session's cookie, to end it. */
  session: string
}

export type Visitor = {
  agency: AgencyData
  language: Lang
  theme: Theme
  text: Text
  signedIn: SignedIn | null
  requestId: string
  now: Instant
  /** What was typed before the session ended, given back after sign-in. */
  restored: Posted | null
}

export type WebEnv = {
  Bindings: HttpBindings
  Variables: { visitor: Visitor; requestId: string; posted: Posted | undefined }
}
export type App = Hono<WebEnv>
