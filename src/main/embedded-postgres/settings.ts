// What the built-in database is told at every start, as arguments.

/** @param unsafe only for tests: a power cut may cost the data */
export function settings(port: number, unsafe: boolean): string[] {
  const always = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
  }
  const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300 }
  const all = unsafe ? { ...always, ...hasty } : always
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
