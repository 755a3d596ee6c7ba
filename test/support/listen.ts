// The news of a work list, heard as a browser hears them.
import { request } from 'node:http'
import type { Visit } from './visit.ts'

/** An event stream as a browser holds it. */
export const listen = (visit: Visit) => {
  let text = ''
  let wake: () => void = () => undefined
  let over: () => void = () => undefined
  let isOver = false
  const ended = new Promise<void>((resolve) => {
    over = () => {
      isOver = true
      wake()
      resolve()
    }
  })
  const cookie = [...visit.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const sent = request(
    {
      host: '127.0.0.1',
      port: visit.port,
      path: '/live',
      headers: { host: visit.host, cookie, accept: 'text/event-stream' },
      agent: false,
    },
    (answer) => {
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        text += chunk
        wake()
      })
      answer.on('end', () => over())
    },
  )
  sent.on('error', () => over())
  sent.end()
  const heard = async (words: string): Promise<void> => {
    while (!text.includes(words)) {
      if (isOver) throw new Error(`The stream ended before "${words}" was heard`)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return { heard, ended, stop: () => sent.destroy() }
}
