// Who acted: people are told by their post, or by the client they acted for.
import { z } from 'zod'
import type { Agency } from '../../../core/agency/agency.ts'
import { type By, personOf } from '../../../core/dossier/events.ts'
import { titleOfBy } from '../../story/titles.ts'
import { says } from '../says.ts'
import { id } from './common.ts'

export const by = z
  .strictObject({
    kind: z.enum(['post', 'client', 'public', 'system']),
    title: z
      .string()
      .meta(
        says(
          'seperti dibaca orang, dengan sebutan Plt. atau Plh. bila ada',
          'as people read it, with the capacity in which a post is held',
        ),
      ),
    post: z.string().nullable(),
    person: id.nullable().meta(says('hanya untuk petugas', 'for officers only')),
  })
  .meta({ id: 'By' })

export type Reader = { agency: Agency; clientName: string; isInside: boolean }

export const byOf = (who: By, { agency, clientName, isInside }: Reader): z.output<typeof by> => ({
  kind: who.kind,
  title: titleOfBy(agency, who, { applicant: clientName, system: 'Sistem' }),
  post: who.kind === 'post' ? who.post : null,
  person: isInside ? personOf(who) : null,
})
