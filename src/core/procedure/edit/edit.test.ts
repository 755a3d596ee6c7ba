import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Path } from '../fault.ts'
import { readDocument } from '../read.ts'
import { applyEdits, type Edit } from './edit.ts'

const CATALOGUE = join(import.meta.dirname, '../../../../catalogue')

const FILE = `# Naskah kantor.
procedure: pinjam-alat
edition: '1'
title: Peminjaman Alat # nama resmi
actors:
  pemohon: { label: Pemohon, is: applicant }
  loket: { label: Petugas Loket, post: pelaksana }
form:
  - group: alat
    label: Alat
    at: serahkan # diisi petugas
    fields:
      - { field: jenis, type: choice, label: Jenis, options: [{ value: laptop, label: Laptop }] }
      - { field: catatan, type: text, label: Catatan, when: { field: jenis, is: laptop } }
subject: 'Pinjam {jenis}'
summary: [jenis]
steps:
  - { step: ajukan, actor: pemohon, act: submit, activity: Mengajukan, makes: [surat] }
  # Pemeriksaan ditambahkan pada 2026.
  - step: periksa
    actor: loket
    act: check
    activity: Memeriksa
    time: 5 menit
    needs: [surat]
    decides:
      question: Lengkap?
      exits:
        - { answer: ya, label: Ya, to: serahkan }
        - { answer: tidak, label: Tidak, to: [ajukan] }
  - { step: serahkan, actor: [loket], act: do, activity: Menyerahkan, makes: [alat] }
policy:
  return: { from: [periksa], to: ajukan }
  reject: { by: [periksa, serahkan], reason: required }
  initials: { balasan: [loket] }
remarks:
  - { step: periksa, says: Waktu tidak tercetak. }
strange: { keeps: this }
`

const edited = (edits: Edit[], source = FILE) => {
  const done = applyEdits(source, edits)
  if (!done.ok) throw new Error(done.sentence.id)
  const read = readDocument(done.source)
  if (!read.ok) throw new Error('the new text cannot be read')
  return { ...done, at: (...path: Path) => read.document.getIn(path), data: read.data }
}

const linesChanged = (before: string, after: string): string[] => {
  const old = new Set(before.split('\n'))
  return after.split('\n').filter((line) => !old.has(line))
}

describe('a change of one value', () => {
  test('leaves every other line as it stood, comments and unknown keys too', () => {
    const done = edited([{ do: 'set', path: ['steps', 1, 'time'], value: '10 menit' }])
    expect(linesChanged(FILE, done.source)).toEqual(['    time: 10 menit'])
  })

  test('keeps the remark behind the value', () => {
    const done = edited([{ do: 'set', path: ['title'], value: 'Peminjaman: Alat #2' }])
    expect(done.source).toContain("title: 'Peminjaman: Alat #2' # nama resmi")
    expect(done.at('title')).toBe('Peminjaman: Alat #2')
  })

  test('puts a key that is new where the schema has it', () => {
    const keys = Object.keys(edited([{ do: 'set', path: ['number'], value: 'X/1' }]).data)
    expect(keys.slice(0, 4)).toEqual(['procedure', 'edition', 'number', 'title'])
  })

  test('makes what has to be around it, and takes that away again when it is empty', () => {
    const more = edited([{ do: 'set', path: ['steps', 2, 'printed', 'note'], value: 'Lihat lampiran' }])
    expect(more.at('steps', 2, 'printed', 'note')).toBe('Lihat lampiran')
    const less = edited([{ do: 'set', path: ['steps', 2, 'printed', 'note'], value: undefined }], more.source)
    expect(less.at('steps', 2, 'printed')).toBeUndefined()
    expect(less.data).toEqual(edited([{ do: 'set', path: ['title'], value: 'Peminjaman Alat' }]).data)
  })

  test('of a thing that stands in two places by an alias touches one of them alone', () => {
    const source = FILE.replace('needs: [surat]', 'needs: &a [surat]').replace('makes: [alat] }', 'makes: *a }')
    const done = edited([{ do: 'set', path: ['steps', 1, 'needs'], value: ['surat', 'kartu'] }], source)
    expect(done.data).toMatchObject({ steps: [{}, { needs: ['surat', 'kartu'] }, { makes: ['surat'] }] })
  })

  test('to nothing changes nothing, byte for byte', () => {
    expect(applyEdits(FILE, [])).toEqual({ ok: true, source: FILE, notes: [] })
  })

  test('is refused in words while the text cannot be read', () => {
    const done = applyEdits('a: [1\nb: 2', [{ do: 'set', path: ['title'], value: 'x' }])
    expect(done).toMatchObject({ ok: false, sentence: { id: expect.stringContaining('Naskah berkas') } })
  })
})

describe('lists', () => {
  const names = (done: { at: (...path: Path) => unknown; data: unknown }) =>
    ((done.data as { steps: { step: string }[] }).steps ?? []).map((one) => one.step)

  test('a step is added at its place, and moved up and down with the remark above it', () => {
    const value = { step: 'catat', actor: 'loket', act: 'do', activity: 'Mencatat' }
    const more = edited([{ do: 'add', list: ['steps'], value, at: 1 }])
    expect(names(more)).toEqual(['ajukan', 'catat', 'periksa', 'serahkan'])
    const moved = edited([{ do: 'move', list: ['steps'], from: 2, to: 3 }], more.source)
    expect(names(moved)).toEqual(['ajukan', 'catat', 'serahkan', 'periksa'])
    expect(moved.source).toMatch(/# Pemeriksaan ditambahkan pada 2026\.\n {2}- step: periksa/)
  })

  test('the first of a list and of a map may be added where there was none', () => {
    const bare = "procedure: baru\nedition: '1'\ntitle: Baru\n"
    const done = edited(
      [
        { do: 'add', list: ['actors'], key: 'pemohon', value: { label: 'Pemohon', is: 'applicant' } },
        { do: 'add', list: ['steps'], value: { step: 'ajukan' } },
      ],
      bare,
    )
    expect(done.data).toMatchObject({ actors: { pemohon: { is: 'applicant' } }, steps: [{ step: 'ajukan' }] })
  })

  test('an actor is moved to another lane, and doubled under another name', () => {
    const moved = edited([{ do: 'move', list: ['actors'], from: 0, to: 1 }])
    expect(Object.keys(moved.data.actors as object)).toEqual(['loket', 'pemohon'])
    const twin = edited([{ do: 'copy', list: ['actors'], at: 1, name: 'loket-2' }])
    expect(twin.at('actors', 'loket-2', 'label')).toBe('Petugas Loket')
  })

  test('a step is doubled under another name, whole', () => {
    const done = edited([{ do: 'copy', list: ['steps'], at: 1, name: 'periksa-2', called: 'step' }])
    expect(names(done)).toEqual(['ajukan', 'periksa', 'periksa-2', 'serahkan'])
    expect(done.at('steps', 2, 'decides', 'exits', 0, 'to')).toBe('serahkan')
    expect(done.at('steps', 1, 'step')).toBe('periksa')
  })
})

describe('another name', () => {
  test('of a step is followed by exits, policy, groups of the form and remarks', () => {
    const done = edited([{ do: 'rename', kind: 'step', from: 'periksa', to: 'teliti' }])
    expect(done.source).not.toMatch(/\bperiksa\b/)
    const twice = edited([{ do: 'rename', kind: 'step', from: 'serahkan', to: 'beri' }])
    expect(twice.at('form', 0, 'at')).toBe('beri')
    expect(twice.at('steps', 1, 'decides', 'exits', 0, 'to')).toBe('beri')
    expect(twice.at('policy', 'reject', 'by', 1)).toBe('beri')
    expect(twice.notes[0]?.id).toContain('3 acuan')
  })

  test('of an actor is followed by steps and initials, and the lane keeps its place', () => {
    const done = edited([{ do: 'rename', kind: 'actor', from: 'loket', to: 'petugas' }])
    expect(Object.keys(done.data.actors as object)).toEqual(['pemohon', 'petugas'])
    expect(done.data).toMatchObject({
      steps: [{}, { actor: 'petugas' }, { actor: ['petugas'] }],
      policy: { initials: { balasan: ['petugas'] } },
    })
  })

  test('of a field is followed by conditions, subject and summary', () => {
    const done = edited([{ do: 'rename', kind: 'field', from: 'jenis', to: 'macam' }])
    expect(done.source).not.toMatch(/\bjenis\b/)
    expect(done.at('subject')).toBe('Pinjam {macam}')
  })
})

describe('what goes away', () => {
  const remove = (name: string, at: number): Edit => ({
    do: 'remove',
    list: ['steps'],
    at,
    named: { kind: 'step', name },
  })

  test('an exit that led to it leads to where the work went on from there', () => {
    const more = edited([
      { do: 'add', list: ['steps'], value: { step: 'arsipkan', actor: 'loket', act: 'do', activity: 'Mengarsipkan' } },
      remove('serahkan', 2),
    ])
    expect(more.at('steps', 1, 'decides', 'exits', 0, 'to')).toBe('arsipkan')
    expect(more.data).toMatchObject({ policy: { reject: { by: ['periksa'] } } })
    const last = edited([remove('serahkan', 2)])
    expect(last.at('steps', 1, 'decides', 'exits', 0, 'to')).toBe('end')
  })

  test('a remark stays without it, and what cannot be mended is told', () => {
    const done = edited([remove('periksa', 1)])
    expect(done.data).toMatchObject({
      remarks: [{ says: 'Waktu tidak tercetak.' }],
      policy: { return: { from: ['periksa'] } },
    })
    expect(done.notes.map((note) => note.id).join(' ')).toContain('masih ada')
  })
})

const catalogue = readdirSync(CATALOGUE, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /procedures\/.*\.yaml$/.test(file),
)

test.each(catalogue)('%s keeps all its data and every comment when one word is changed and changed back', (file) => {
  const source = readFileSync(join(CATALOGUE, file), 'utf8')
  const before = readDocument(source)
  if (!before.ok) throw new Error('not readable')
  const title = String(before.data.title)
  const there = edited([{ do: 'set', path: ['title'], value: 'Lain' }], source)
  const back = edited([{ do: 'set', path: ['title'], value: title }], there.source)
  expect(back.data).toEqual(before.data)
  const comments = (text: string) => [...text.matchAll(/(?:^|\s)#(.*)$/gm)].map((found) => found[1]?.trim()).toSorted()
  expect(comments(back.source)).toEqual(comments(source))
})
