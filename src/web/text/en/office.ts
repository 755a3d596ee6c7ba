// Words of the officers' pages in English.
import { story } from './office-story.ts'

export const office = { story }
