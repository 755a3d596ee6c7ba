// Urgency and secrecy as marks; the ordinary is not marked.
import type { Text } from '../text/text.ts'
import { Badge } from '../ui/badge.tsx'
import type { Tone } from '../ui/tone.ts'

export type Grades = { urgency: string | null; secrecy: string | null }

export const GradeMarks = ({ urgency, secrecy, text }: Grades & { text: Text }) => {
  const { grades } = text.office
  return (
    <>
      {isUrgent(urgency) && <Badge tone={URGENT_TONE[urgency]}>{grades.urgency[urgency]}</Badge>}
      {isSecret(secrecy) && <Badge tone="info">{grades.secrecy[secrecy]}</Badge>}
    </>
  )
}

export const hasMarks = ({ urgency, secrecy }: Grades): boolean => isUrgent(urgency) || isSecret(secrecy)

const URGENT_TONE: Record<'segera' | 'sangat-segera', Tone> = { segera: 'warning', 'sangat-segera': 'bad' }

const isUrgent = (grade: string | null): grade is 'segera' | 'sangat-segera' =>
  grade === 'segera' || grade === 'sangat-segera'
const isSecret = (grade: string | null): grade is 'terbatas' | 'rahasia' => grade === 'terbatas' || grade === 'rahasia'
