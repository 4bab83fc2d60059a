import type { Command, CommandContext } from './command.ts';
import { wrongUse } from './command-error.ts';
import { nearest } from './nearest.ts';
import { printable } from './printable.ts';
import { newStatusList } from './status/new-status-list.ts';
import { setStatus } from './status/set-status.ts';
import { showStatus } from './status/show-status.ts';
import { takePlace } from './status/take-place.ts';

const actions: Record<string, (context: CommandContext) => Promise<number>> = {
  new: newStatusList,
  show: showStatus,
  set: setStatus,
  take: takePlace,
};

export const statusCommand: Command = {
  name: 'status',
  summary: 'Revoke or suspend badges: make, show and change a status list.',
  usage: [
    'status new --id URL --key FILE --out FILE [--purpose revocation|suspension|message]',
    'status show LIST [INDEX…] [--size BITS] [--json]',
    'status set LIST INDEX… --key FILE [--value NUMBER] [--size BITS]',
    'status take LIST',
  ],
  about: [
    'A status list is a signed file that you publish at the address it names. Each badge names its place in it; setting the place revokes the badge. Nobody can see from the list whose badge that is.',
    'set changes the file and signs it again: publish it afterwards. --value 0 takes a revocation back. A badge file instead of an index stands for the place that the badge names.',
    'take prints a free place, drawn at random, and remembers it in LIST.places.',
  ],
  words: Object.keys(actions),
  options: {
    id: { type: 'string', value: 'URL', text: 'The address at which the list will be published, for ever.' },
    key: { type: 'string', short: 'k', value: 'FILE', text: 'The issuer’s key, as “badges keygen” makes it.' },
    out: { type: 'string', short: 'o', value: 'FILE', text: 'Where to write a new list.' },
    purpose: {
      type: 'string',
      value: 'PURPOSE',
      choices: ['revocation', 'suspension', 'message'],
      text: 'revocation unless said.',
    },
    entries: { type: 'string', value: 'NUMBER', text: 'Places in a new list; 131072 unless said, which is the least.' },
    size: { type: 'string', value: 'BITS', text: 'Bits for each place, 1 to 8; 1 unless said.' },
    value: { type: 'string', value: 'NUMBER', text: 'What to set; 1 unless said, 0 to take it back.' },
    'valid-days': {
      type: 'string',
      value: 'NUMBER',
      text: 'How long readers may rely on the list from now on, in days; without end unless said.',
    },
    json: { type: 'boolean', text: 'One line of JSON.' },
  },
  examples: [
    {
      line: 'status new --id https://school.example/status/1 --key key.json --out status-1.json',
      says: 'A list with all badges good.',
    },
    { line: 'status set status-1.json badge.json --key key.json', says: 'Revoke a badge.' },
    {
      line: 'status set status-1.json 4711 --value 0 --key key.json',
      says: 'Take that back, by the number of its place.',
    },
    { line: 'status show status-1.json', says: 'Which places are set?' },
  ],
  run: runStatus,
};

async function runStatus(context: CommandContext): Promise<number> {
  const [name, ...args] = context.args;
  const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action) return action({ ...context, args });
  const words = Object.keys(actions);
  const meant = nearest(name ?? '', words);
  throw wrongUse(
    name === undefined ? 'What about the status?' : `There is no badges status ${printable(name)}.`,
    meant ? `Did you mean badges status ${meant}?` : `It can be: ${words.join(', ')}. More: badges help status`,
  );
}
