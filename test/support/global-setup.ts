// Before the tests: one PostgreSQL for the whole run, and templates that every test file clones: migrated, and with the demo in it.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../../src/main/config.ts'
import { startEmbeddedPostgres } from '../../src/main/embedded-postgres.ts'
import { createLog } from '../../src/main/log.ts'
import { projectRoot } from '../../src/main/root.ts'
import { openOffice } from '../../src/main/wiring.ts'
import { ensureInstallation } from '../../src/store/installation.ts'
import { migrate } from '../../src/store/migrate.ts'

import { installedPostgres } from './installed-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of an owner who may make databases and roles. */
    databaseServerUrl: string
    templateDatabase: string
    /** With the demo catalogue and its people, as of now. */
    demoDatabase: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const template = `mipp_template_${process.pid}_${Date.now().toString(36)}`
  const demo = `${template}_demo`
  const end = async () => {
    for (const one of [demo, template]) await ask(server.url, `drop database if exists ${one} with (force)`)
    await server.stop()
  }
  try {
    await ask(server.url, `create database ${template}`)
    await migrate({ ownerUrl: inDatabase(server.url, template), root: projectRoot() })
    await ask(server.url, `create database ${demo} template ${template}`)
    await furnish(inDatabase(server.url, demo))
  } catch (fault) {
    await end()
    throw fault
  }
  project.provide('databaseServerUrl', server.url)
  project.provide('templateDatabase', template)
  project.provide('demoDatabase', demo)
  return end
}

/** As the first start of a demo does it. */
async function furnish(databaseUrl: string): Promise<void> {
  await ensureInstallation(databaseUrl, { isDemo: true })
  const folder = await mkdtemp(join(tmpdir(), 'mipp-test-demo-'))
  const config = readConfig({ MIPP_DATA: folder, MIPP_LOG_LEVEL: 'silent' }, projectRoot())
  const office = await openOffice({ config, databaseUrl, log: createLog('silent') })
  await office.close()
  await rm(folder, { recursive: true })
}

/** `MIPP_TEST_DATABASE_URL`: a server that runs; `MIPP_TEST_POSTGRES`: the major version of an installed one to start. */
async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const url = process.env.MIPP_TEST_DATABASE_URL
  if (url !== undefined) return { url, stop: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'mipp-test-postgres-'))
  const binaries = installedPostgres(process.env.MIPP_TEST_POSTGRES)
  const server = await startEmbeddedPostgres({ folder, unsafe: true, ...(binaries && { binaries }) })
  const stop = async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  }
  return { url: server.url, stop }
}

function inDatabase(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

async function ask(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
