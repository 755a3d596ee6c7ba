// What the pieces promise to whoever reads the page: nothing typed becomes markup, every fault leads to its field.
import type { VNode } from 'preact'
import { describe, expect, test } from 'vitest'
import { Button } from './button.tsx'
import { CheckList } from './check-list.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { Form } from './form.tsx'
import { Notice } from './notice.tsx'
import { PaperViewer } from './paper-viewer.tsx'
import { RatingInput } from './rating-input.tsx'
import { renderFragment, renderPage } from './render-page.ts'
import { StepPicture } from './step-picture.tsx'
import { Table } from './table.tsx'
import { WorkList } from './work-list.tsx'

const NASTY = '<script>alert("x")</script>'
const html = (node: VNode): string => renderFragment(node)

describe('What somebody typed never becomes markup', () => {
  test('in the text and the value of a field', () => {
    const page = html(<Field kind="text" name="purpose" label={NASTY} hint={NASTY} error={NASTY} value={`"${NASTY}`} />)
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script>')
    expect(page).toContain('value="&quot;&lt;script>')
  })

  test('in a longer text, a list of work, a table and a notice', () => {
    const due = { state: 'calm', text: NASTY } as const
    const item = {
      key: '1',
      href: '/d/1',
      task: NASTY,
      subject: NASTY,
      number: NASTY,
      client: NASTY,
      since: NASTY,
      due,
    }
    const column = { key: 'a', label: NASTY, render: (row: string) => row }
    for (const piece of [
      <Field kind="textarea" name="note" label="Catatan" value={`</textarea>${NASTY}`} />,
      <WorkList id="work" label="Pekerjaan" items={[item]} empty={null} />,
      <Table caption={NASTY} columns={[column]} rows={[NASTY]} rowKey={(row) => row} />,
      <Notice tone="bad" word={NASTY}>
        {NASTY}
      </Notice>,
    ]) {
      expect(html(piece)).not.toContain('<script')
    }
    expect(html(<Field kind="textarea" name="note" label="Catatan" value="</textarea><b>" />)).toContain(
      '&lt;/textarea>',
    )
  })
})

describe('A field', () => {
  test('is named by its label and explained by hint, fault and check, in this order', () => {
    const field = (
      <Field kind="text" name="contact.name" label="Nama" hint="Lengkap" error="Isi nama" check={{ url: '/check' }} />
    )
    const page = html(field)
    expect(page).toContain('<label class="field-label" for="field-contact-name">')
    expect(page).toContain(
      'aria-describedby="field-contact-name-hint field-contact-name-error field-contact-name-check"',
    )
    expect(page).toContain('id="field-contact-name-error"')
    expect(page).toContain('aria-invalid="true"')
    expect(page).toContain('id="field-contact-name-check" aria-live="polite"')
  })

  test('without hint and fault points to nothing and is not called wrong', () => {
    const page = html(<Field kind="text" name="name" label="Nama" />)
    expect(page).not.toContain('aria-describedby')
    expect(page).not.toContain('aria-invalid')
    expect(page).not.toContain('required')
  })

  test('that must be filled in says so to the eye and to the browser', () => {
    const page = html(<Field kind="select" name="unit" label="Unit" required options={[{ value: 'a', label: 'A' }]} />)
    expect(page).toMatch(/<select[^>]* required/)
    expect(page).toContain('<span class="field-required" aria-hidden="true"> *</span>')
  })

  test('keeps the answer that was chosen', () => {
    const options = [
      { value: 'new', label: 'Baru' },
      { value: 'removal', label: 'Hapus' },
    ]
    expect(html(<Field kind="select" name="a" label="A" options={options} value="removal" />)).toMatch(
      /<option [^>]*selected[^>]*>Hapus/,
    )
    expect(html(<Field kind="radio" name="a" label="A" options={options} value="removal" />)).toMatch(
      /<input[^>]*value="removal"[^>]* checked/,
    )
    const boxes = html(<Field kind="checks" name="a" label="A" options={options} values={['new', 'removal']} />)
    expect(boxes.match(/ checked/g)).toHaveLength(2)
    expect(html(<Field kind="date" name="a" label="A" value="2026-12-01" />)).toContain('value="2026-12-01"')
  })

  test('for a secret or a file is never kept in a draft', () => {
    expect(html(<Field kind="password" name="p" label="Kata sandi" />)).toContain('data-no-draft')
    expect(html(<Field kind="file" name="f" label="Surat" />)).toContain('data-no-draft')
    expect(html(<Field kind="text" name="t" label="Nama" />)).not.toContain('data-no-draft')
  })
})

describe('The faults of a form', () => {
  test('each lead to their field, also to a group of choices', () => {
    const faults = [{ name: 'kind', message: 'Pilih jenis' }, { message: 'Sesi berakhir' }]
    const page = html(<ErrorSummary title="Perbaiki" faults={faults} />)
    expect(page).toContain('<a href="#field-kind">Pilih jenis</a>')
    expect(page).toContain('<li>Sesi berakhir</li>')
    expect(page).toContain('tabindex="-1"')
    expect(html(<Field kind="radio" name="kind" label="Jenis" options={[]} />)).toContain(
      'id="field-kind" tabindex="-1"',
    )
  })

  test('are not there when there are none', () => {
    expect(html(<ErrorSummary title="Perbaiki" faults={[]} />)).toBe('')
  })
})

describe('A form', () => {
  test('carries its token when it changes something, and never in an address', () => {
    const send = <Button kind="primary">Kirim</Button>
    expect(html(<Form action="/x" csrf="t0k" children={send} />)).toContain(
      '<input type="hidden" name="csrf" value="t0k"',
    )
    expect(html(<Form action="/x" csrf="t0k" method="get" children={send} />)).not.toContain('t0k')
    expect(html(<Form action="/x" csrf={null} upload children={send} />)).toContain('enctype="multipart/form-data"')
  })
})

describe('A state is told in words, not by colour alone', () => {
  test('of a step, and the current one is marked for a screen reader', () => {
    const states = { done: 'Selesai', current: 'Sekarang', later: 'Nanti', returned: 'Kembali', skipped: 'Dilewati' }
    const text = { states, standard: 'standar', used: 'terpakai' }
    const steps = (['done', 'current', 'later', 'returned', 'skipped'] as const).map((state) => ({
      key: state,
      number: '1',
      title: state,
      who: 'Pelaksana',
      state,
    }))
    const page = html(<StepPicture label="Langkah" steps={steps} text={text} />)
    for (const word of Object.values(states)) expect(page).toContain(`>${word}</p>`)
    expect(page.match(/aria-current="step"/g)).toHaveLength(1)
  })

  test('of a check, a notice and a rating', () => {
    const text = {
      asked: 'A',
      expected: 'B',
      got: 'C',
      states: { passed: 'Sesuai', failed: 'Gagal', waiting: 'Tunggu' },
    }
    const check = { key: 'dns', what: 'Nama', asked: 'a', expected: 'b', got: '', state: 'failed' } as const
    expect(html(<CheckList label="Bukti" checks={[check]} text={text} />)).toContain('>Gagal</span>')
    const notice = (
      <Notice tone="warning" word="Perhatian" spoken>
        Ya
      </Notice>
    )
    expect(html(notice)).toContain('role="status"')
    expect(html(notice)).toContain('>Perhatian</p>')
    const words = ['Tidak baik', 'Kurang baik', 'Baik', 'Sangat baik'] as const
    const rating = html(<RatingInput name="rating" label="Nilai" words={words} value={3} />)
    for (const word of words) expect(rating).toContain(word)
    expect(rating).toMatch(/value="3"[^>]* checked/)
  })
})

test('A picture is shown in a frame that may do nothing; a PDF is left to the headers of its address', () => {
  const text = { open: 'Buka', download: 'Unduh', noPreview: 'Tidak tampil' }
  const paper = { title: 'Surat', openHref: '/p/1', downloadHref: '/p/1?d', text }
  const picture = html(<PaperViewer {...paper} src="/p/1" shows="picture" />)
  expect(picture).toMatch(/<iframe[^>]* sandbox(=""|\s|>)/)
  expect(picture).toContain('referrerpolicy="no-referrer"')
  expect(html(<PaperViewer {...paper} src="/p/1" />)).not.toContain('sandbox')
  expect(html(<PaperViewer {...paper} src={null} />)).not.toContain('<iframe')
})

test('A page begins with its doctype', () => {
  expect(renderPage(<html lang="id" />)).toBe('<!doctype html><html lang="id"></html>')
})
