import { describe, expect, test } from 'vitest'
import { configOfAgency, readConfig } from './config.ts'
import { OperatorError } from './operator-error.ts'

const read = (env: Record<string, string>) => readConfig(env, '/srv/mipp')

function faultOf(env: Record<string, string>): OperatorError {
  try {
    read(env)
  } catch (fault) {
    if (fault instanceof OperatorError) return fault
  }
  throw new Error('the environment was accepted')
}

describe('the environment', () => {
  test('may be empty: then MIPP serves this machine alone, from the folder data', () => {
    expect(read({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: '/srv/mipp/data',
      databaseUrl: undefined,
      appDatabaseUrl: undefined,
    })
  })

  test('with an empty value counts as not set', () => {
    expect(read({ MIPP_PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, databaseUrl: undefined })
  })

  test('is told all its faults at once, by name, in both languages', () => {
    const { says } = faultOf({ MIPP_PORT: 'tiga ribu', DATABASE_URL: 'mysql://server/x', MIPP_SECRET_KEY: 'short' })
    for (const name of ['MIPP_PORT', 'DATABASE_URL', 'MIPP_SECRET_KEY']) {
      expect(says.id).toContain(`${name} harus berupa`)
      expect(says.en).toContain(`${name} must be`)
    }
  })

  test('never has its passwords repeated in a fault', () => {
    expect(faultOf({ DATABASE_URL: 'mysql://mipp:rahasia@server/x' }).says.id).not.toContain('rahasia')
  })

  test('names the proxies that are believed, and takes no host names for them', () => {
    expect(read({ MIPP_TRUSTED_PROXY: '10.0.0.1, 192.168.0.0/16 ::1' }).trustedProxies).toHaveLength(3)
    expect(faultOf({ MIPP_TRUSTED_PROXY: 'proxy.local' }).says.en).toContain('MIPP_TRUSTED_PROXY')
  })

  test('says how soon the jobs of a dead worker are taken back, in no less than a tenth of a second', () => {
    expect(read({}).takeBackSeconds).toBe(15)
    expect(read({ MIPP_TAKE_BACK_SECONDS: '0.5' }).takeBackSeconds).toBe(0.5)
    expect(faultOf({ MIPP_TAKE_BACK_SECONDS: '0' }).says.en).toContain('MIPP_TAKE_BACK_SECONDS')
  })

  test('with a misspelt name is warned about, not refused', () => {
    expect(read({ MIPP_PROT: '80' }).warnings[0]?.en).toBe('MIPP_PROT means nothing here. Did you mean MIPP_PORT?')
  })
})

describe('the servers of an agency', () => {
  const dns = { MIPP_DNS_KOTA_DEMAK_URL: 'http://10.0.0.5:8081', MIPP_DNS_KOTA_DEMAK_KEY: 'k' }

  test('are found by its id, with the port of the DNS or 53', () => {
    const config = read({
      ...dns,
      MIPP_DNS_KOTA_DEMAK_SERVER: '10.0.0.5:5300',
      MIPP_HOSTING_KOTA_DEMAK_ADDRESS: '10.0.0.6',
    })
    expect(configOfAgency(config, 'kota-demak')).toEqual({
      dns: { url: 'http://10.0.0.5:8081', key: 'k', server: { host: '10.0.0.5', port: 5300 } },
      hosting: { address: '10.0.0.6', port: 80 },
    })
    expect(configOfAgency(config, 'tulungagung')).toEqual({})
    const plain = read({ ...dns, MIPP_DNS_KOTA_DEMAK_SERVER: 'ns1.contoh.go.id' })
    expect(configOfAgency(plain, 'kota-demak').dns?.server).toEqual({ host: 'ns1.contoh.go.id', port: 53 })
    const six = read({ ...dns, MIPP_DNS_KOTA_DEMAK_SERVER: '[fd00::5]:53' })
    expect(configOfAgency(six, 'kota-demak').dns?.server).toEqual({ host: 'fd00::5', port: 53 })
  })

  test('half described are refused, with the name that is missing', () => {
    expect(faultOf(dns).says.en).toContain('MIPP_DNS_KOTA_DEMAK_SERVER is missing')
    expect(faultOf({ MIPP_HOSTING_DEMAK_PORT: '80' }).says.en).toContain('MIPP_HOSTING_DEMAK_ADDRESS is missing')
  })

  test('under a name that does not exist are refused', () => {
    expect(faultOf({ MIPP_DNS_DEMAK_KUNCI: 'x' }).says.en).toContain('MIPP_DNS_DEMAK_KUNCI means nothing here')
  })
})
