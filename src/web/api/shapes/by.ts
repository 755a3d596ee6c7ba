// Who acted: people are told by their post, or by the client they acted for.
import { z } from 'zod'
import type { Agency } from '../../../core/agency/agency.ts'
import { type By, personOf } from '../../../core/dossier/events.ts'
import { namedTitleOfBy, titleOfBy } from '../../story/titles.ts'
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
    actsFor: z
      .strictObject({ person: id, name: z.string() })
      .nullable()
      .meta(
        says(
          'yang diwakili, misalnya oleh Plh. atau pengganti; hanya untuk petugas',
          'who was represented, by a Plh. or a substitute for example; for officers only',
        ),
      ),
  })
  .meta({ id: 'By' })

export type Reader = { agency: Agency; clientName: string; isInside: boolean }

export const byOf = (who: By, { agency, clientName, isInside }: Reader): z.output<typeof by> => ({
  kind: who.kind,
  title: (isInside ? namedTitleOfBy : titleOfBy)(agency, who, {
    applicant: clientName,
    system: 'Sistem',
    represents: 'mewakili',
  }),
  post: who.kind === 'post' ? who.post : null,
  person: isInside ? personOf(who) : null,
  actsFor: isInside && who.kind === 'post' ? (who.actsFor ?? null) : null,
})
