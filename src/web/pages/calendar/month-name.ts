// The name of a month: `Maret 2026`, `March 2026`.
import { type Language, speakPrinted } from '../../../core/clock/speak.ts'

export const monthName = (year: number, month: number, language: Language): string =>
  speakPrinted(`${year}-${String(month).padStart(2, '0')}`, language)
