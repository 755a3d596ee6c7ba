// Before the tests: one PostgreSQL for the whole run, and a migrated template that every test file clones.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from '../../src/main/embedded-postgres.ts'
import { projectRoot } from '../../src/main/root.ts'
import { migrate } from '../../src/store/migrate.ts'

import { installedPostgres } from './installed-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of an owner who may make databases and roles. */
    databaseServerUrl: string
    templateDatabase: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer()
  const template = `mipp_template_${process.pid}_${Date.now().toString(36)}`
  const end = async () => {
    await ask(server.url, `drop database if exists ${template} with (force)`)
    await server.stop()
  }
  try {
    await ask(server.url, `create database ${template}`)
    await migrate({ ownerUrl: inDatabase(server.url, template), root: projectRoot() })
  } catch (fault) {
    await end()
    throw fault
  }
  project.provide('databaseServerUrl', server.url)
  project.provide('templateDatabase', template)
  return end
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
