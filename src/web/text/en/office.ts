// Words of the officers' pages in English.
import { story } from './office-story.ts'
import { grades, work } from './office-work.ts'

export const office = { story, work, grades }
