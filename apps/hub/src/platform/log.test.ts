import { expect, it } from 'vitest';
import { makeLog } from './log.ts';

function logged(mode: 'production' | 'development', write: (log: ReturnType<typeof makeLog>) => void) {
  const lines: string[] = [];
  write(makeLog({ mode, logLevel: 'info' }, { write: (line) => void lines.push(line) }));
  return lines.join('');
}

it('writes one JSON object for each line in production', () => {
  const text = logged('production', (log) => {
    log.info({ request: 'abc', status: 200 }, 'Answered');
    log.debug({}, 'Not shown');
  });

  expect(JSON.parse(text)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    request: 'abc',
    status: 200,
    msg: 'Answered',
  });
});

it('writes a line for people in development', () => {
  const text = logged('development', (log) => log.warn({ status: 200, ids: ['a'] }, 'Answered'));

  expect(text).toMatch(/^\d\d:\d\d:\d\d\.\d{3} WARN {2}Answered status=200 ids=\["a"\]\n$/);
});

it('shows the stack of an error in development', () => {
  const text = logged('development', (log) => log.error({ err: new Error('broken') }, 'Failed'));

  expect(text).toContain('Failed\nError: broken\n    at ');
});

it('writes neither addresses nor secrets, also when somebody hands them over', () => {
  const err = Object.assign(new Error('duplicate nour@school.example'), {
    code: '23505',
    detail: 'Key (address)=(nour@school.example) already exists.',
    parameters: ['nour@school.example'],
  });
  const text = logged('production', (log) => {
    log.error({ err, email: 'nour@school.example', user: { password: 'swordfish' }, token: 'xyzzy' }, 'Failed');
  });

  expect(text).not.toMatch(/nour|swordfish|xyzzy/);
  expect(JSON.parse(text)).toMatchObject({
    err: { code: '23505', message: 'duplicate [address]' },
    email: '[removed]',
  });
});

it('does not write the text that was no JSON, nor the value that was no number', () => {
  const errors = ['{"name":"Nour"', 'Nour', '["Nour",x]', '[1,\n"No"ur]'].map((text) => {
    try {
      return JSON.parse(text);
    } catch (err) {
      return err;
    }
  });
  const wrong = new Error('invalid input syntax for type integer: "Nour"');
  const text = logged('production', (log) => {
    for (const err of [...errors, wrong]) log.error({ err }, 'Failed');
  });

  expect(text).not.toMatch(/Nour|No\\"ur/);
  expect(text).toMatch(/Unexpected token .*\[text\] is not valid JSON/);
  expect(text).toContain('invalid input syntax for type integer: [text]');
});
