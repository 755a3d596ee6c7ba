// Kata-kata halaman petugas dalam Bahasa Indonesia.
import { story } from './office-story.ts'

export const office = { story }
