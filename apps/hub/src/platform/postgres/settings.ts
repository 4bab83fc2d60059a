/**
 * Durable, small, and reachable by nothing but its socket. The log names no row values: they are personal.
 */
const settings: Record<string, string> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '32MB',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_worker_processes: '4',
  max_parallel_workers: '2',
  autovacuum_max_workers: '2',
  // PostgreSQL 18 would keep three more processes for reading.
  io_method: 'sync',
  jit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_logical_replication_workers: '0',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** The settings as arguments of the postgres program. */
export function settingArguments(socketDirectory: string, further: Record<string, string>): string[] {
  const all = { ...settings, unix_socket_directories: `"${socketDirectory.replaceAll('"', '""')}"`, ...further };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
