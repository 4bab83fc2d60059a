// A process that holds a data folder and its database until it is killed, as a hub would.
import { CannotStart } from '../cannot-start.ts';
import { lockDataFolder, startPostgres } from './index.ts';

async function keep(folder: string): Promise<void> {
  const { directory } = lockDataFolder(folder);
  const { pid, adopted, connection } = await startPostgres({ dataDirectory: directory, settings: { fsync: 'off' } });
  console.log(JSON.stringify({ pid, adopted, connection }));
  setInterval(() => undefined, 60_000);
}

keep(process.argv[2] ?? '').catch((error) => {
  if (!(error instanceof CannotStart)) throw error;
  console.log(JSON.stringify({ refused: error.message }));
});
