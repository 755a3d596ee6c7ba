// A desk with a list of work and forms, kept in memory: what the small scripts are tried on.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { VNode } from 'preact'
import type { Assets } from '../../src/main/build.ts'
import { Button } from '../../src/web/ui/button.tsx'
import { CopyText } from '../../src/web/ui/copy-text.tsx'
import { Field } from '../../src/web/ui/field.tsx'
import { Form } from '../../src/web/ui/form.tsx'
import { layoutText, workItems } from '../../src/web/ui/gallery-samples.ts'
import { Layout } from '../../src/web/ui/layout.tsx'
import { renderPage } from '../../src/web/ui/render-page.ts'
import { WorkList } from '../../src/web/ui/work-list.tsx'
import { type PageServer, sendPage, servePages } from './page-server.ts'

export type Desk = PageServer & {
  /** How many of the sample tasks wait. */
  waiting: number
  /** Tells all open streams that tasks came or went. */
  tell: () => void
  /** Streams open now. */
  streams: Set<ServerResponse>
  /** Bodies of what was posted, oldest first. */
  drafts: string[]
  sent: string[]
  /** Names that were asked for. */
  asked: string[]
  /** Refuses drafts, as a server that is away would. */
  isAway: boolean
  /** Holds back the answer to a name until it is called. */
  holdName: ((name: string) => Promise<void>) | null
}

export async function openDesk(): Promise<Desk> {
  const desk: Desk = {
    url: '',
    close: async () => undefined,
    waiting: 2,
    streams: new Set(),
    drafts: [],
    sent: [],
    asked: [],
    isAway: false,
    holdName: null,
    tell: () => {
      for (const stream of desk.streams) stream.write('event: tasks\ndata: 1\n\n')
    },
  }
  const server = await servePages((request, response, assets) => answer(desk, request, response, assets))
  return Object.assign(desk, server)
}

const answer = async (desk: Desk, request: IncomingMessage, response: ServerResponse, assets: Assets) => {
  const url = new URL(request.url ?? '/', 'http://desk')
  switch (url.pathname) {
    case '/work':
      return sendPage(response, renderPage(workPage(desk, assets)))
    case '/form':
      return sendPage(response, renderPage(formPage(assets)))
    case '/copy':
      return sendPage(
        response,
        renderPage(shell(assets, <CopyText id="code" text="mipp_abc" first words={copyText} />)),
      )
    case '/live':
      return stream(desk, response)
    case '/draft':
      return keep(desk, request, response)
    case '/sign-out':
      return sendPage(response, renderPage(shell(assets, <h1>Sampai jumpa</h1>)))
    case '/send':
      desk.sent.push(await text(request))
      return sendPage(response, renderPage(shell(assets, <h1>Terkirim</h1>)))
    case '/slow':
      // Never answered: the page stays where it is, as on a slow line.
      desk.sent.push(await text(request))
      return true
    case '/name': {
      const name = url.searchParams.get('value') ?? ''
      desk.asked.push(name)
      await desk.holdName?.(name)
      return sendPage(response, `<p>Nama ${name} tersedia</p>`)
    }
    default:
      return false
  }
}

const stream = (desk: Desk, response: ServerResponse): true => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write(': open\n\n')
  desk.streams.add(response)
  response.on('close', () => desk.streams.delete(response))
  return true
}

const keep = async (desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<true> => {
  const body = await text(request)
  if (desk.isAway) response.destroy()
  else {
    desk.drafts.push(body)
    response.writeHead(204).end()
  }
  return true
}

const shell = (assets: Assets, children: VNode) => (
  <Layout
    lang="id"
    title="Meja"
    theme="light"
    agency={{ name: 'Dinkominfo', short: 'Dinkominfo' }}
    nav={[]}
    person={{ name: 'Petugas', hat: 'Pelaksana' }}
    demo={false}
    csrf="t0k"
    text={layoutText}
    assets={assets}
  >
    {children}
  </Layout>
)

const workPage = (desk: Desk, assets: Assets) =>
  shell(
    assets,
    <WorkList
      id="work"
      label="Menunggu Anda"
      items={workItems.slice(0, desk.waiting).map((item) => ({ ...item, href: `/form?${item.key}` }))}
      empty={<p>Kosong</p>}
      live={{ url: '/live', announce: 'Ada pekerjaan baru' }}
    />,
  )

const copyText = { label: 'Token', copy: 'Salin', copied: 'Tersalin', copyByHand: 'Tekan Ctrl+C' }

const draftText = { local: 'Di perangkat', saved: 'Tersimpan', offline: 'Terputus', restored: 'Dipulihkan' }

const formPage = (assets: Assets) =>
  shell(
    assets,
    <>
      <Form action="/send" csrf="t0k" id="apply" draft={{ url: '/draft', key: 'apply-1', text: draftText }} upload>
        <Field kind="text" name="name" label="Nama" check={{ url: '/name' }} />
        <Field kind="textarea" name="purpose" label="Keperluan" />
        <Field
          kind="checks"
          name="to"
          label="Kepada"
          options={['a', 'b', 'c'].map((value) => ({ value, label: value }))}
        />
        <Field kind="password" name="secret" label="Kata sandi" />
        <Field kind="text" name="pin" label="PIN" noDraft />
        <Field kind="file" name="letter" label="Surat" />
        <Button kind="primary" name="go" value="next" busy="Mengirim…">
          Lanjut
        </Button>
        <Button name="go" value="later">
          Nanti
        </Button>
      </Form>
      <Form action="/slow" csrf="t0k" id="slow">
        <Button name="go" value="slow" busy="Mengirim…">
          Kirim pelan
        </Button>
      </Form>
    </>,
  )
