// Where one of the applicant's requests stands, in a sentence, and whether it waits for them.

import { readDossier } from '../../../store/dossiers.ts'
import type { MyDossier } from '../../../store/my-dossiers.ts'
import type { Services } from '../../services.ts'
import { positionSentence, type Wait, waitingNow } from '../../story/waiting.ts'
import type { Visitor } from '../../visitor.ts'

export type Standing = { dossier: MyDossier; sentence: string; isMyTurn: boolean }

export const standingOf = async (services: Services, visitor: Visitor, mine: MyDossier): Promise<Standing> => {
  const { agency, language, now } = visitor
  const waits = mine.status === 'open' ? await waitsOf(services, visitor, mine) : []
  const sentence = positionSentence({ waits, status: mine.status, language, zone: agency.agency.zone, now })
  return { dossier: mine, sentence, isMyTurn: waits.some((wait) => wait.isApplicant) }
}

const waitsOf = async (services: Services, { agency, language, now }: Visitor, mine: MyDossier): Promise<Wait[]> => {
  const office = agency.agency.agency
  const record = await readDossier(services.store, office, mine.dossier)
  if (!record) return []
  const procedure = await services.procedureOf(office, record.procedure, record.edition)
  return waitingNow({ procedure, dossier: record.dossier, agency, now, language })
}
