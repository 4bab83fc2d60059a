import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { Refusal } from '../../kernel/refusal.ts';

/** A drawing that takes longer is no badge. Milliseconds. */
const longest = 4000;
/** Processes at a time; further drawings wait. */
const most = 2;
/** Exit code of the process when the drawing is at fault. */
const notDrawable = 3;

const program = `
const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
  const { Resvg } = require(process.argv[1]);
  let drawn;
  try {
    drawn = new Resvg(Buffer.concat(chunks).toString('utf8'), JSON.parse(process.argv[2])).render().asPng();
  } catch (error) {
    process.exit(${notDrawable});
  }
  process.stdout.write(drawn);
});`;

const require = createRequire(import.meta.url);

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((start) => waiting.push(start));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

function draw(svg: string, options: object): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['-e', program, require.resolve('@resvg/resvg-js'), JSON.stringify(options)],
      {
        // Nothing of the hub's environment, where secrets may stand.
        env: { SystemRoot: process.env.SystemRoot ?? '' },
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: longest,
        killSignal: 'SIGKILL',
      },
    );
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(parts));
      else if (signal || code === notDrawable || code === 134) reject(new Refusal('image.svg-too-complex'));
      else reject(new Error(`Drawing ended with ${code}`));
    });
    // A child that died does not read on; how it ended is told by 'close'.
    child.stdin.on('error', () => undefined);
    child.stdin.end(svg);
  });
}

/**
 * Draws in a process of its own, killed after four seconds: a drawing somebody else made may take for ever, and some
 * bring the renderer down together with the process it runs in.
 *
 * Throws the refusal `image.svg-too-complex`.
 */
export function renderApart(svg: string, options: object): Promise<Buffer> {
  return inTurn(() => draw(svg, options));
}
