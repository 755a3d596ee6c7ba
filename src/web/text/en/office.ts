import { books } from './books.ts'
import { acts } from './office-acts.ts'
import { automatic } from './office-automatic.ts'
import { counter } from './office-counter.ts'
import { dossier } from './office-dossier.ts'
import { registers, search } from './office-lists.ts'
import { story } from './office-story.ts'
import { team } from './office-team.ts'
import { views } from './office-views.ts'
import { grades, work } from './office-work.ts'

export const office = {
  story,
  work,
  views,
  team,
  grades,
  dossier,
  acts,
  search,
  registers,
  books,
  counter,
  automatic,
}
