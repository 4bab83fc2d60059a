export { askPassphrase } from './ask-passphrase.ts';
export { restoreBackup } from './restore-backup.ts';
export { type BackupReport, writeBackup } from './write-backup.ts';
