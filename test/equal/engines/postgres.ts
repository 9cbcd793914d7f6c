import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import type { Engine, TableCell, TableColumn } from './engine.ts'

/**
 * A PostgreSQL server of its own, in a folder that goes when it stops; its programs are in the folder that SALUS_POSTGRES
 * names, or where Debian puts them. Throws one sentence where there is none.
 */
export async function startPostgres(): Promise<Engine> {
  const bin = await programs()
  const owner = await unprivileged()
  const folder = await mkdtemp(join(tmpdir(), 'salus-postgres-'))
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid!)
  const data = join(folder, 'data')
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'salus', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], owner)
  const settings = ['fsync=off', 'listen_addresses=', 'jit=off'].flatMap((one) => ['-c', one])
  const server = spawn(join(bin, 'postgres'), ['-D', data, '-k', folder, ...settings], { ...owner, stdio: 'ignore' })
  // Whoever stops a run in the middle leaves no server behind.
  process.once('exit', () => server.kill('SIGINT'))
  const client = await connected(folder, server)
  return {
    name: 'postgres',
    run: async (statement) => {
      await client.query(statement)
    },
    load: async ({ name, columns }) => {
      const typed = columns.map((one) => `${quoted(one.name)} ${TYPES[one.type]}`)
      await client.query(`drop table if exists ${quoted(name)}`)
      await client.query(`create table ${quoted(name)} (${typed.join(', ')})`)
      const arrays = columns.map((one, n) => `$${n + 1}::${TYPES[one.type]}[]`)
      const cells = columns.map((one) => one.cells.map(written))
      await client.query(`insert into ${quoted(name)} select * from unnest(${arrays.join(', ')})`, cells)
    },
    ask: async (query) => {
      const { fields, rows } = await client.query<TableCell[]>({ text: query, rowMode: 'array' })
      return { names: fields.map((field) => field.name), rows }
    },
    stop: async () => {
      // What the server says to an idle connection as it goes down is no failure.
      client.on('error', () => {})
      await client.end()
      server.kill('SIGINT')
      if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve))
      await rm(folder, { recursive: true })
    },
  }
}

const run = promisify(execFile)

const TYPES: Readonly<Record<TableColumn['type'], string>> = {
  text: 'text',
  double: 'double precision',
  bigint: 'bigint',
  decimal: 'numeric(18, 6)',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
}

/** The newest that Debian has installed, unless said. */
async function programs(): Promise<string> {
  const named = process.env['SALUS_POSTGRES']
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? await readdir(debian) : []
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0]
  const bin = named ?? (newest === undefined ? null : join(debian, newest, 'bin'))
  if (bin === null || !existsSync(join(bin, 'initdb')))
    throw new Error(
      `PostgreSQL is missing: ${bin === null ? 'install it, or let' : `there is no initdb in ${bin}; let`} SALUS_POSTGRES name the folder of its programs`,
    )
  return bin
}

/** PostgreSQL refuses to run as root. */
async function unprivileged(): Promise<{ readonly uid?: number; readonly gid?: number }> {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map((which) => run('id', [which, user]))).catch(() => null)
    if (ids !== null) return { uid: Number(ids[0]!.stdout), gid: Number(ids[1]!.stdout) }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody')
}

async function connected(folder: string, server: ChildProcess): Promise<pg.Pool> {
  for (let attempt = 0; ; attempt++) {
    // Queries asked together wait for one another.
    const client = new pg.Pool({ host: folder, user: 'salus', database: 'postgres', types: TYPED, max: 1 })
    try {
      await client.query('select 1')
      return client
    } catch (because) {
      await client.end()
      if (server.exitCode !== null || attempt === 100) throw new Error('PostgreSQL did not start', { cause: because })
      await setTimeout(100)
    }
  }
}

/** Doubles, truths and whole numbers as such, all others as text: a numeric that should have been a double is seen. */
const TYPED: pg.CustomTypesConfig = {
  getTypeParser: (type: number) => {
    const { BOOL, FLOAT8, INT4, INT8 } = pg.types.builtins
    if (type === BOOL) return (text: string) => text === 't'
    return type === FLOAT8 || type === INT4 || type === INT8 ? Number : String
  },
}

function written(cell: TableCell): string | null {
  if (cell === null) return null
  return Object.is(cell, -0) ? '-0' : String(cell)
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
