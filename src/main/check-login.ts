// A login of its own is only worth something when it can do the work, and no more than the work.
import pg from 'pg'
import { OperatorError } from './operator-error.ts'

/** @throws OperatorError when the login may not take on both roles, or may become the owner all the same */
export const checkLogin = async (appUrl: string): Promise<void> => {
  const { login, works, rules } = await powersOf(appUrl)
  if (!works)
    throw new OperatorError(
      `Pengguna "${login}" di MIPP_APP_DATABASE_URL belum diberi peran MIPP. Sebagai pemilik pangkalan data jalankan: grant mipp_app, mipp_worker to ${login};`,
      `The login "${login}" of MIPP_APP_DATABASE_URL has not been given MIPP's roles. As the owner of the database run: grant mipp_app, mipp_worker to ${login};`,
    )
  if (rules)
    throw new OperatorError(
      `Pengguna "${login}" di MIPP_APP_DATABASE_URL dapat menjadi pemilik pangkalan data, jadi tidak melindungi apa pun. Buat pengguna lain tanpa hak itu, atau kosongkan MIPP_APP_DATABASE_URL.`,
      `The login "${login}" of MIPP_APP_DATABASE_URL can become the owner of the database, so it protects nothing. Make another login without that right, or leave MIPP_APP_DATABASE_URL empty.`,
    )
}

const powersOf = async (url: string): Promise<{ login: string; works: boolean; rules: boolean }> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'mipp_check',
    connectionTimeoutMillis: 5_000,
  })
  try {
    await client.connect()
    const { rows } = await client.query(
      `select quote_ident(session_user) as login,
         pg_has_role(session_user, 'mipp_app', 'member') and pg_has_role(session_user, 'mipp_worker', 'member') as works,
         pg_has_role(session_user, relowner, 'member') as rules
       from pg_class where oid = 'public.event'::regclass`,
    )
    return rows[0]
  } finally {
    await client.end()
  }
}
