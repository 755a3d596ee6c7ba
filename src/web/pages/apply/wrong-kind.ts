// Somebody asks for a service that is not for accounts of their kind: told so, and who may ask.
import type { Context } from 'hono'
import type { Procedure } from '../../../core/procedure/schema.ts'
import { begins } from '../../../core/procedure/who-begins.ts'
import type { Services } from '../../services.ts'
import type { WebEnv } from '../../visitor.ts'
import { messagePage } from '../message.tsx'

export const wrongKindPage = (c: Context<WebEnv>, services: Services, procedure: Procedure) => {
  const words = c.get('visitor').text.ways.wrongKind
  return messagePage(c, services, {
    status: 403,
    tone: 'warning',
    title: words.title,
    message: words[whoMay(procedure)],
  })
}

/** All for whom this person asks and who could ask for this are closed. */
export const closedClientPage = (c: Context<WebEnv>, services: Services) => {
  const words = c.get('visitor').text.organisation.closedClient
  return messagePage(c, services, { status: 403, tone: 'warning', title: words.title, message: words.message })
}

/** Who may begin it from outside, the likelier first. */
export const whoMay = (procedure: Procedure): 'client' | 'company' | 'public' | 'office' =>
  (['client', 'company', 'public'] as const).find((way) => begins(procedure, way)) ?? 'office'
