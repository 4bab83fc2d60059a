import {
  Button,
  Checkbox,
  Checkboxes,
  DateTimeField,
  ErrorSummary,
  FileField,
  Filter,
  Form,
  Plate,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../components/index.ts';
import type { Page } from '../page.ts';

const groups = ['Standard', 'Endorsement', 'Policy', 'Higher Education', 'Workforce'].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

export function Forms({ p }: { p: Page }) {
  return (
    <Plate
      id="forms"
      title="Forms"
      label="Label, control, mistake, hint. What was typed stays; the first mistake gets the focus."
    >
      <div class="cols-2 specimens">
        <Good p={p} />
        <Bad p={p} />
      </div>
      <Filter p={p} action="/styleguide">
        <TextField p={p} name="q" type="search" label="Search" />
        <Select
          p={p}
          name="state"
          label="State"
          options={[
            { value: '', label: 'All' },
            { value: 'draft', label: 'Drafts' },
          ]}
        />
      </Filter>
    </Plate>
  );
}

function Good({ p }: { p: Page }) {
  return (
    <Form p={p} action="/styleguide" label="A form" guarded>
      <TextField p={p} name="name" label="Your name" autocomplete="name" value="Mireille Tanagra" />
      <TextField
        p={p}
        name="email"
        type="email"
        label="Address for mail"
        hint="Never shown to anyone before you say so."
        autocomplete="email"
      />
      <TextField
        p={p}
        name="password"
        type="password"
        label="Password"
        autocomplete="new-password"
        hint="Twelve characters or more."
      />
      <TextArea p={p} name="why" label="Why" optional rows={3} />
      <Select
        p={p}
        name="level"
        label="Level"
        value="b"
        options={[
          { value: 'a', label: 'With help' },
          { value: 'b', label: 'Independent' },
        ]}
      />
      <Checkboxes p={p} name="groups[]" label="Which groups?" options={groups} chosen={['endorsement']} />
      <Checkbox p={p} name="preview" label="Send me one to look at first" checked />
      <DateTimeField p={p} name="at" label="Hold until" optional />
      <FileField p={p} name="logo" label="Logo" accept="image/*" hint="PNG, JPEG, WebP or SVG." />
      <div class="row">
        <Button>Keep it</Button>
      </div>
    </Form>
  );
}

function Bad({ p }: { p: Page }) {
  const errors = {
    'bad-email': 'There is a comma where a full stop should be.',
    'bad-question': '536 of 500 characters. Everything you typed is still here.',
    'bad-paper': 'Choose one of the three.',
  };
  const values = {
    'bad-email': 'pell.cooper@harbour,example',
    'bad-question':
      'When a municipality and a library both recognise the same summer of work, which of the two should be named as issuer?',
  };
  return (
    <Form p={p} action="/styleguide" label="A form with mistakes">
      <ErrorSummary
        p={p}
        errors={errors}
        labels={{ 'bad-email': 'Address', 'bad-question': 'Your question', 'bad-paper': 'Paper' }}
      />
      <TextField p={p} name="bad-email" type="email" label="Address for mail" errors={errors} values={values} />
      <TextArea
        p={p}
        name="bad-question"
        label="Your question"
        errors={errors}
        values={values}
        hint="Say it as you would to a neighbour."
      />
      <Radios
        p={p}
        name="bad-paper"
        label="Paper"
        errors={errors}
        values={values}
        options={[
          { value: 'yellow', label: 'How it works' },
          { value: 'rose', label: 'Who it is for' },
          { value: 'blue', label: 'What if' },
        ]}
      />
      <div class="row">
        <Button>Put it up</Button>
      </div>
    </Form>
  );
}
