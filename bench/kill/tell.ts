// What a run of kills has found, as a table.
import { median, table } from '../support/figures.ts'
import type { Played } from './play.ts'

type Ran = { seed: number; load: number; tookMs: number }

export const tellKills = (played: Played, { seed, load, tookMs }: Ran): string => {
  const kills = Object.entries(played.kills).map(([victim, count]) => `${victim} ${count}`)
  const longest = Math.max(...played.recoveries)
  return table(
    ['seed', String(seed)],
    [
      ['rounds (everything counted)', `${played.rounds} (${played.reckonings})`],
      ['kills', kills.join(', ')],
      ['programs that ended by themselves meanwhile', String(played.ownEnds)],
      ['dossiers, all at their end', String(played.dossiers)],
      ['commands acknowledged', String(played.acknowledged.length)],
      ['of them done, but the answer was lost', String(played.answersLost)],
      ['sent again, with no answer or a fault', String(played.retried)],
      ['names set (told twice, with no effect)', `${played.names} (${played.repeatedNames})`],
      ['letters', String(played.letters)],
      ['mails (arrived twice under one Message-ID)', `${played.mails} (${played.mailedTwice})`],
      ['contradictions', '0'],
      ['recovery, median and longest', `${seconds(median(played.recoveries))}, ${seconds(longest)}`],
      ['time', `${Math.round(tookMs / 60_000)} min`],
      ['load of the machine at the end', load.toFixed(1)],
    ],
  )
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
