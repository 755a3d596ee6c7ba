import { acts } from './office-acts.ts'
import { dossier } from './office-dossier.ts'
import { story } from './office-story.ts'
import { grades, work } from './office-work.ts'

export const office = { story, work, grades, dossier, acts }
