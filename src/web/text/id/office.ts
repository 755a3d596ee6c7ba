// Kata-kata halaman petugas dalam Bahasa Indonesia.
import { story } from './office-story.ts'
import { grades, work } from './office-work.ts'

export const office = { story, work, grades }
