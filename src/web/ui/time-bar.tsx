// Time used against the standard time, drawn and in words.
export type TimeBarProps = {
  /** What is measured, e.g. "Waktu langkah ini". */
  label: string
  /** Working minutes. */
  usedMinutes: number
  standardMinutes: number
  /** The same in words: "6 menit", "10 menit". */
  used: string
  standard: string
  /** What that means: "sisa 4 menit", "lewat 12 menit". */
  remark: string
}

export type TimeState = 'calm' | 'soon' | 'late'

/** Soon: from four fifths of the standard time on. Late: past it. */
export const timeState = (usedMinutes: number, standardMinutes: number): TimeState => {
  if (usedMinutes > standardMinutes) return 'late'
  return usedMinutes >= standardMinutes * 0.8 ? 'soon' : 'calm'
}

export const TimeBar = ({ label, usedMinutes, standardMinutes, used, standard, remark }: TimeBarProps) => {
  const state = timeState(usedMinutes, standardMinutes)
  return (
    <div class={`time-bar time-${state}`}>
      <p class="time-bar-head">
        <span class="time-bar-label">{label}</span>
        <span class="time-bar-remark">{remark}</span>
      </p>
      <Drawing usedMinutes={usedMinutes} standardMinutes={standardMinutes} />
      <p class="time-bar-foot">
        <span>{used}</span>
        <span>{standard}</span>
      </p>
    </div>
  )
}

/** The track is as long as the longer of the two; a tick marks where the standard time ends. */
const Drawing = ({ usedMinutes, standardMinutes }: { usedMinutes: number; standardMinutes: number }) => {
  const longest = Math.max(usedMinutes, standardMinutes, 1)
  const share = (minutes: number): string => `${Math.round((Math.max(minutes, 0) / longest) * 1000) / 10}%`
  const within = share(Math.min(usedMinutes, standardMinutes))
  return (
    <svg class="time-bar-drawing" width="100%" height="12" aria-hidden="true" focusable="false">
      <rect class="time-bar-track" x="0" y="2" width="100%" height="8" rx="4" />
      <rect class="time-bar-used" x="0" y="2" width={within} height="8" rx="4" />
      {usedMinutes > standardMinutes && (
        <>
          <rect class="time-bar-over" x={within} y="2" width={share(usedMinutes - standardMinutes)} height="8" rx="4" />
          <line class="time-bar-limit" x1={within} x2={within} y1="0" y2="12" />
        </>
      )}
    </svg>
  )
}
