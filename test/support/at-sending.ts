// A request for a subdomain whose letter has every initial and only has to be signed and sent.
import type { TestOffice } from './office.ts'
import { post, sideTasks, subdomainForm, submitted, toTechnician, type Walk } from './walk.ts'

/** @param name of the subdomain, one for each walk */
export const atSending = async (office: TestOffice, name: string): Promise<Walk> => {
  const walk = await submitted(office, subdomainForm(name, { tujuan: 'alamat-ip', 'alamat-ip': '192.0.2.70' }))
  await toTechnician(walk)
  await walk.finish({ mode: 'system' })
  await office.jobsDone()
  await walk.finish({ phase: 'ask-initials', draft: '' })
  const [initial] = await sideTasks(walk)
  const answer = { verdict: 'initialed' }
  await walk.send(post('kabid-aptika'), { type: 'finish-step', task: initial?.task ?? '', answer })
  return walk
}
