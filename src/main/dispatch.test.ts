import { describe, expect, test } from 'vitest'
import type { Command, ExitCode } from './command.ts'
import { commandTable } from './command-table.ts'
import { dispatch, type Entry } from './dispatch.ts'
import { OperatorError } from './operator-error.ts'

describe('the command line', () => {
  test('without words, and with help, lists every command with its usage and ends well', async () => {
    for (const words of [[], ['help'], ['--help']]) {
      const { code, out } = await say(words)
      expect(code).toBe(0)
      expect(out).toContain('mipp clock due --agency A')
      expect(out).toContain('mipp serve')
    }
  })

  test('explains one command when asked for it', async () => {
    for (const words of [
      ['help', 'clock'],
      ['clock', 'due', '--help'],
    ]) {
      const { code, out } = await say(words)
      expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('mipp clock due') })
      expect(out).not.toContain('mipp serve')
    }
  })

  test('hands the words after the name to the command and its exit code to the shell', async () => {
    expect((await say(['clock', 'due', '--agency', 'demak'])).out).toBe('--agency demak')
    expect((await say(['serve', 'refused'])).code).toBe(1)
  })

  test('answers an unknown command with exit code 2 and the one that was probably meant', async () => {
    const { code, err } = await say(['clok', 'due'])
    expect(code).toBe(2)
    expect(err).toContain('Maksud Anda "mipp clock due"?')
    expect((await say(['zzz'])).err).not.toContain('Maksud Anda')
  })

  test('tells the operator what can be mended in plain words, without a stack', async () => {
    const { code, err } = await say(['serve', 'operator'])
    expect(code).toBe(1)
    expect(err).toBe('Port terpakai.\nThe port is taken.')
  })

  test('tells a database that is just starting from a bug, and what to do', async () => {
    const { code, err } = await say(['serve', 'early'])
    expect(code).toBe(1)
    expect(err).toContain('Pangkalan data belum dapat dipakai: the database system is starting up.')
    expect(err).toContain('Check PostgreSQL and DATABASE_URL, then try again.')
    expect(err).not.toContain('dispatch.test.ts')
  })

  test('says plainly that a bug is a bug, and gives the details', async () => {
    const { code, err } = await say(['serve', 'bug'])
    expect(code).toBe(1)
    expect(err).toContain('Terjadi kesalahan yang tidak terduga')
    expect(err).toContain('dispatch.test.ts')
  })

  test('knows each of its commands by the name that the command gives itself', async () => {
    for (const { name, load } of commandTable) expect((await load()).name).toBe(name)
  })
})

const clock: Command = {
  name: 'clock due',
  usage: '--agency A',
  about: 'Batas waktu.',
  run: async (args, io) => {
    io.out(args.join(' '))
    return 0
  },
}

const serve: Command = {
  name: 'serve',
  usage: '',
  about: 'Menjalankan.',
  run: async ([word]): Promise<ExitCode> => {
    if (word === 'operator') throw new OperatorError('Port terpakai.', 'The port is taken.')
    if (word === 'early') throw Object.assign(new Error('the database system is starting up'), { code: '57P03' })
    if (word === 'bug') throw new TypeError('undefined is not a dossier')
    return 1
  },
}

const entries: Entry[] = [clock, serve].map((command) => ({ name: command.name, load: async () => command }))

async function say(words: string[]): Promise<{ code: ExitCode; out: string; err: string }> {
  const lines: Record<'out' | 'err', string[]> = { out: [], err: [] }
  const code = await dispatch(words, entries, {
    out: (line) => lines.out.push(line),
    err: (line) => lines.err.push(line),
    env: {},
    cwd: '/',
  })
  return { code, out: lines.out.join('\n'), err: lines.err.join('\n') }
}
