// Certificates, key files and a time-stamp service made by OpenSSL: what others make, our seal has to live with.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import forge from 'node-forge'

export const PASSPHRASE = 'kata sandi uji'

export type Workshop = {
  folder: string
  openssl: (...words: string[]) => Buffer
  /** A PKCS#12 with key, certificate and the one above it. */
  keyFile: (options?: { curve?: boolean; legacy?: boolean }) => Buffer
  unpairedKeyFile: () => Buffer
  remove: () => void
}

export const openWorkshop = (): Workshop => {
  const folder = mkdtempSync(join(tmpdir(), 'mipp-seal-'))
  const openssl = (...words: string[]) =>
    execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  writeFileSync(join(folder, 'ca.cnf'), CONFIG)
  openssl(
    ...REQUEST,
    '-x509',
    '-newkey',
    'rsa:2048',
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '3650',
    '-subj',
    '/C=ID/CN=Otoritas Uji',
    '-extensions',
    'authority',
  )
  const certify = (name: string, kind: readonly string[], section: string) => {
    openssl(
      ...REQUEST,
      '-newkey',
      ...kind,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/C=ID/O=Dinas Uji/CN=${name}`,
    )
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-days',
      '365',
      '-extfile',
      'ca.cnf',
      '-extensions',
      section,
      '-out',
      `${name}.pem`,
    )
  }
  certify('rsa', ['rsa:2048'], 'signer')
  certify('ec', ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'], 'signer')
  certify('waktu', ['rsa:2048'], 'stamper')
  return {
    folder,
    openssl,
    keyFile: ({ curve = false, legacy = false } = {}) => {
      const name = curve ? 'ec' : 'rsa'
      const parts = ['-in', `${name}.pem`, '-inkey', `${name}.key`, '-certfile', 'ca.pem']
      openssl(
        'pkcs12',
        '-export',
        ...parts,
        ...(legacy ? ['-legacy'] : []),
        '-out',
        'out.p12',
        '-passout',
        `pass:${PASSPHRASE}`,
      )
      return readFileSync(join(folder, 'out.p12'))
    },
    // OpenSSL itself refuses to make one.
    unpairedKeyFile: () => {
      const [key, certificate] = ['rsa.key', 'waktu.pem'].map((name) => readFileSync(join(folder, name), 'utf8'))
      const file = forge.pkcs12.toPkcs12Asn1(
        forge.pki.privateKeyFromPem(key ?? ''),
        [forge.pki.certificateFromPem(certificate ?? '')],
        PASSPHRASE,
      )
      return Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary')
    },
    remove: () => rmSync(folder, { recursive: true }),
  }
}

const REQUEST = ['req', '-config', 'ca.cnf', '-nodes']

const CONFIG = `
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
subjectKeyIdentifier = hash
[signer]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature,nonRepudiation
[stamper]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = service
[service]
serial = serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
signer_cert = waktu.pem
signer_key = waktu.key
certs = ca.pem
`

export type StampServer = { url: string; asked: () => number; stop: () => Promise<void> }

/** `openssl ts` behind HTTP. `mood`: what it does instead of answering. */
export const startStamps = async (
  { folder, openssl }: Workshop,
  mood: 'answers' | 'refuses' | 'hangs' | 'other' = 'answers',
): Promise<StampServer> => {
  writeFileSync(join(folder, 'serial'), '01\n')
  let asked = 0
  const server = createServer(async (request, response) => {
    asked += 1
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    if (mood === 'hangs') return
    if (mood === 'refuses') return void response.writeHead(503).end('busy')
    writeFileSync(join(folder, 'query.tsq'), Buffer.concat(parts))
    if (mood === 'other') {
      writeFileSync(join(folder, 'other'), 'something else')
      openssl('ts', '-query', '-data', 'other', '-sha256', '-cert', '-out', 'query.tsq')
    }
    openssl('ts', '-reply', '-config', 'ca.cnf', '-queryfile', 'query.tsq', '-out', 'reply.tsr')
    response
      .writeHead(200, { 'content-type': 'application/timestamp-reply' })
      .end(readFileSync(join(folder, 'reply.tsr')))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    asked: () => asked,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
