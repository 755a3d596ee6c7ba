// What an applicant may expect, from what the last requests took and the line that stands now.
import { describe, expect, test } from 'vitest'
import { forecastOf } from './forecast.ts'
import { office, wib } from './office.fixture.ts'

const now = wib('2026-11-16 08.00')
// Ten requests that took one to ten hours.
const used = [600, 60, 540, 120, 480, 180, 420, 240, 360, 300]
const since = wib('2026-11-02 08.00')

describe('a forecast', () => {
  test('tells what half of them and what eight in ten took, in working time', () => {
    expect(forecastOf(office, now, { used, since, open: 0 })).toEqual({
      // Five working hours after 08.00, and eight.
      usualAt: wib('2026-11-16 14.00'),
      mostAt: wib('2026-11-17 08.30'),
      finished: 10,
      open: 0,
    })
  })

  test('is later when more stand in line than usual, but not without end', () => {
    const due = (open: number) => forecastOf(office, now, { used, since, open })?.usualAt ?? ''
    // In ten working days ten were finished, each in 5.5 hours: no more than one stood in line at a time.
    expect(due(1)).toBe(due(0))
    expect(due(2) > due(1)).toBe(true)
    expect(due(5000)).toBe(due(500))
  })

  test('is not given from fewer than ten', () => {
    expect(forecastOf(office, now, { used: used.slice(1), since, open: 3 })).toBeNull()
    expect(forecastOf(office, now, { used: [], since: null, open: 3 })).toBeNull()
  })
})
