// Kartu kendali: the card of one letter, 10 x 15 cm, with its way through the office (domain of tata naskah).
import type { Instant } from '../core/clock/instant.ts'
import { type TypstDocument, typstDocument } from './document.ts'
import { longDateTime } from './indonesian.ts'

export type CardMove = { at: string; who: string; what: string }

export type ControlCard = {
  office: string
  zone: string
  createdAt: Instant
  /** M for what came in, K for what went out. */
  direction: 'M' | 'K'
  index: string
  code: string
  place: string
  day: string
  summary: string
  attachments: string
  from: string
  to: string
  letter: string
  processed: string
  remark: string
  moves: readonly CardMove[]
}

export const controlCardDocument = ({ createdAt, zone, office, moves, ...card }: ControlCard): TypstDocument =>
  typstDocument({
    template: 'control-card',
    paper: 'card',
    title: `Kartu Kendali ${card.direction} ${card.place}`,
    author: office,
    keywords: [card.place, card.code].filter((word) => word !== ''),
    createdAt,
    images: {},
    body: {
      office,
      ...card,
      moves: [...moves],
      foot: `MIPP, keadaan ${longDateTime(createdAt, zone)}`,
    },
  })
