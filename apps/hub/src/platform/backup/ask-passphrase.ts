import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { CannotStart } from '../cannot-start.ts';

const shortest = 8;

/** Asks on the terminal without showing what is typed; twice when it is a new one. */
export async function askPassphrase({ isNew }: { isNew: boolean }): Promise<string> {
  if (!process.stdin.isTTY)
    throw new CannotStart('There is no terminal to ask on. Set BA_BACKUP_PASSPHRASE or BA_BACKUP_PASSPHRASE_FILE.');
  const passphrase = await ask('Passphrase of the backup: ');
  if (!isNew) return passphrase;
  if (passphrase.length < shortest) throw new CannotStart(`The passphrase needs at least ${shortest} characters.`);
  if ((await ask('Once more: ')) !== passphrase) throw new CannotStart('The two passphrases are not the same.');
  return passphrase;
}

function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: hidden, terminal: true });
  return new Promise((resolve, reject) => {
    terminal.on('SIGINT', () => {
      terminal.close();
      reject(new CannotStart('Nothing was done.'));
    });
    terminal.question('', (answer) => {
      terminal.close();
      process.stderr.write('\n');
      resolve(answer);
    });
  });
}
