// An agency without a hosting adapter: the officer makes the space, the system looks whether it answers.

import type { ByHandHosting, Endpoint } from './port.ts'

export const createByHandHosting = (answersAt: Endpoint): ByHandHosting => ({
  name: 'Hosting (dikerjakan petugas)',
  isStandIn: false,
  automatic: false,
  answersAt,
})
