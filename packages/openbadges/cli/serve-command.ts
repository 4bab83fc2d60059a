import type { Command, CommandContext } from './command.ts';
import { notPossible, refused, wrongUse } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { readKey } from './key/read-key.ts';
import { isOn, textOption, textOptions } from './option-values.ts';
import { printable } from './printable.ts';
import { explanationText } from './serve/explain-routes.ts';
import { serveTools } from './serve/serve-tools.ts';
import { type RunningServer, startServer } from './serve/start-server.ts';

const usualPort = 8443;

export const serveCommand: Command = {
  name: 'serve',
  summary: 'Run a small VC-API server on this computer, for conformance suites.',
  usage: ['serve [--port N] [--key FILE …] [--https] [--insecure-test-mode]'],
  about: [
    'Issues, verifies and derives credentials over HTTP with every way of securing them that there is here, publishes status lists and resolves DIDs. It listens on 127.0.0.1 and ::1 only, keeps nothing, and ends with Ctrl-C.',
    'GET / says what it answers, and GET /localConfig.cjs is the configuration for the test suites of the W3C.',
  ],
  options: {
    port: { type: 'string', short: 'p', value: 'N', text: `The port; 0 takes a free one. ${usualPort} unless said.` },
    key: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      text: 'A private key for the first issuer of its kind, whose DID then stays the same. The other keys are made at every start.',
    },
    https: { type: 'boolean', text: 'Serve https, with a certificate made at the start. Suites of the W3C need it.' },
    'insecure-test-mode': {
      type: 'boolean',
      text: 'Also answer at /proof-only, where it does not count whose key it is: published vectors have issuers that are nobody.',
    },
  },
  examples: [
    { line: 'serve', says: `Listen at http://localhost:${usualPort}.` },
    { line: 'serve --https --insecure-test-mode', says: 'What the test suites of the W3C want to see.' },
  ],
  run: runServe,
};

async function runServe(context: CommandContext): Promise<number> {
  const { args, values, stdout, signal } = context;
  if (args.length > 0) throw wrongUse('badges serve takes no words, only options.', 'badges help serve');
  const server = await started(portOf(values), context);
  stdout.write(explanationText(server.world));
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await server.close();
  return exitCodes.good;
}

async function started(port: number, context: CommandContext): Promise<RunningServer> {
  const { values, clock, random, stderr } = context;
  const files = await Promise.all(textOptions(values, 'key').map((name) => readKey(name, context)));
  const other = files.find(({ key }) => !['Ed25519', 'P-256', 'P-384'].includes(key.publicKey.type));
  if (other)
    throw refused(
      `No issuer here signs with a ${other.key.publicKey.type} key.`,
      'Ed25519, P-256 and P-384 keys are used.',
    );
  try {
    return await startServer({
      port,
      isSecure: isOn(values, 'https'),
      isTestMode: isOn(values, 'insecure-test-mode'),
      keys: files.map(({ key }) => key),
      clock,
      random,
      tools: serveTools(),
      fetch: context.environment().fetch,
      onBug: (error) =>
        stderr.write(`badges serve: ${printable(error instanceof Error ? (error.stack ?? '') : String(error))}\n`),
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw notPossible(`Port ${port} is taken.`, 'Choose another: badges serve --port 0');
    if (code === 'EACCES') throw notPossible(`Port ${port} may not be used.`, 'Ports below 1024 are for the system.');
    throw error;
  }
}

function portOf(values: CommandContext['values']): number {
  const text = textOption(values, 'port') ?? String(usualPort);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  throw wrongUse(`${printable(text)} is not a port.`, 'A port is a number from 0 to 65535.');
}
