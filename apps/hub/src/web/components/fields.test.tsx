import { describe, expect, it } from 'vitest';
import { samplePage } from '../styleguide/sample-page.ts';
import { Checkboxes, ErrorSummary, Form, Label, Radios, Select, TextArea, TextField } from './index.ts';

const p = samplePage();
const html = (view: unknown) => String(view);

describe('a field', () => {
  it('shows what was typed, not what is kept', () => {
    const shown = html(<TextField p={p} name="name" label="Name" value="kept" values={{ name: 'typed' }} />);

    expect(shown).toContain('value="typed"');
    expect(shown).not.toContain('kept');
  });

  it('never gives a password back to the page', () => {
    const shown = html(
      <TextField p={p} name="password" type="password" label="Password" values={{ password: 'open sesame' }} />,
    );

    expect(shown).not.toContain('sesame');
  });

  it('ties its mistake and its hint to the control', () => {
    const shown = html(
      <TextField p={p} name="email" label="Address" hint="Never shown." errors={{ email: 'No dot.' }} />,
    );

    expect(shown).toContain('aria-describedby="f-email-error f-email-hint"');
    expect(shown).toContain('aria-invalid="true"');
    expect(shown).toMatch(/id="f-email-error">.*No dot\./s);
  });

  it('says nothing about mistakes where there are none', () => {
    const shown = html(<TextField p={p} name="email" label="Address" errors={{ other: 'x' }} />);

    expect(shown).not.toContain('aria-invalid');
    expect(shown).not.toContain('aria-describedby');
  });

  it('takes the focus when it is the first of the bad ones', () => {
    const errors = { first: 'one', second: 'two' };

    expect(html(<TextField p={p} name="first" label="First" errors={errors} />)).toContain('autofocus');
    expect(html(<TextArea p={p} name="second" label="Second" errors={errors} />)).not.toContain('autofocus');
  });

  it('keeps markup that somebody typed as text', () => {
    const typed = '"><script>alert(1)</script>';
    const shown = [
      html(<TextField p={p} name="a" label={typed} hint={typed} values={{ a: typed }} errors={{ a: typed }} />),
      html(<TextArea p={p} name="a" label="A" values={{ a: `</textarea>${typed}` }} />),
      html(<Label name={typed}>{typed}</Label>),
    ].join('');

    expect(shown).not.toContain('<script>');
    expect(shown.match(/<\/textarea>/g)).toHaveLength(1);
  });

  it('keeps the choice that was made', () => {
    const options = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];

    expect(html(<Select p={p} name="s" label="S" options={options} value="a" values={{ s: 'b' }} />)).toMatch(
      /<option value="b" selected/,
    );
    expect(html(<Radios p={p} name="r" label="R" options={options} values={{ r: 'b' }} />)).toMatch(
      /value="b" checked/,
    );
    expect(html(<Checkboxes p={p} name="c" label="C" options={options} chosen={['a']} values={{}} />)).not.toContain(
      'checked',
    );
  });
});

describe('a form', () => {
  it('that writes carries the value that other sites cannot know', () => {
    expect(html(<Form p={p} action="/x" />)).toContain('<input type="hidden" name="_csrf" value="not-a-secret"/>');
  });

  it('that only asks carries none and does not even make one', () => {
    const reading = samplePage();
    Object.defineProperty(reading, 'csrf', {
      get: () => {
        throw new Error('was read');
      },
    });

    expect(html(<Form p={reading} action="/explore" method="get" />)).not.toContain('_csrf');
  });
});

describe('the list of mistakes', () => {
  it('leads to each field and counts them', () => {
    const shown = html(
      <ErrorSummary p={p} errors={{ 'staff.email': 'No dot.', name: 'Needed.' }} labels={{ name: 'Name' }} />,
    );

    expect(shown).toContain('2 things to change');
    expect(shown).toContain('<a href="#f-staff-email">No dot.</a>');
    expect(shown).toContain('<a href="#f-name">Name: Needed.</a>');
    expect(shown).toContain('role="alert"');
  });

  it('leads nowhere for what belongs to no field', () => {
    expect(html(<ErrorSummary p={p} errors={{ _form: 'Somebody else changed this.' }} />)).not.toContain('<a ');
  });

  it('is not there without mistakes', () => {
    expect(html(<ErrorSummary p={p} errors={{}} />)).not.toContain('summary');
  });
});
