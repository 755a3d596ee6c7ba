// An answer for every act of a task, by what it is for; a test takes each of them through the demo offices.
import type { z } from 'zod'
import type { finishing } from './task.ts'

export const FINISH_EXAMPLES = {
  enter: { act: 'enter', urgency: 'biasa', secrecy: 'biasa', note: 'Lengkap' },
  dispose: { act: 'dispose', instructions: ['Proses lebih lanjut'], note: 'Mohon diproses' },
  check: { act: 'check', exit: 'ya', note: 'Berkas lengkap' },
  do: { act: 'do', note: 'Sudah dikerjakan' },
  analyse: { act: 'analyse', note: 'Jaringan yang ada mencukupi' },
  measure: {
    act: 'measure',
    form: { latensi: '12,5', pukul: '09:30', 'titik-ukur': [{ nama: 'Ruang server', redaman: '-18,5' }] },
    note: 'Diukur pada jam kerja',
  },
  report: { act: 'report', note: 'Sudah diukur di satu titik' },
  draft: { act: 'draft', draft: 'Jaringan di lokasi itu baik.' },
  initialStep: { act: 'initial', verdict: 'initialed', note: '' },
  sign: { act: 'sign', phase: 'send' },
  fulfil: { act: 'fulfil', mode: 'system' },
  askInitials: { act: 'send', phase: 'ask-initials', draft: 'Mohon segera dipakai.' },
  initial: { act: 'initial', verdict: 'initialed' },
  send: { act: 'send', phase: 'send', draft: 'Mohon segera dipakai.' },
  receive: { act: 'receive', note: 'Diterima' },
  attention: { act: 'attention', note: 'Sudah dibaca' },
} as const satisfies Record<string, z.input<typeof finishing>>
