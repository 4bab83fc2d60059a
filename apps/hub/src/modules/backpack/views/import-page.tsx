import {
  Button,
  ButtonLink,
  DropZone,
  ErrorSummary,
  Form,
  Go,
  Layout,
  PageHead,
  Plate,
  Said,
  Split,
  TextArea,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { ImportLine } from '../import-model.ts';

const crumbsTo = (p: Page) => [{ href: '/backpack', label: p.t('backpack.title') }];

/** Files, an address, or text: whatever somebody has of a badge. */
export function ImportPage({ p, errors, values }: { p: Page; errors?: FieldErrors; values?: FormValues }) {
  const labels = {
    files: p.t('backpack.import.files'),
    url: p.t('backpack.import.url'),
    text: p.t('backpack.import.text'),
  };
  return (
    <Layout p={p} title={p.t('backpack.import.title')} crumbs={crumbsTo(p)} current="backpack" noIndex>
      <Split
        title={p.t('backpack.import.title')}
        say={p.t('backpack.import.say')}
        left={
          <ul class="caption bp__tells">
            {['kinds', 'kept', 'private', 'phones'].map((each) => (
              <li>{p.t(`backpack.import.tell.${each}`)}</li>
            ))}
          </ul>
        }
      >
        <Form p={p} action="/backpack/import" multipart>
          <ErrorSummary p={p} errors={errors} labels={labels} />
          <DropZone
            p={p}
            name="files"
            label={labels.files}
            hint={p.t('backpack.import.files.hint')}
            multiple
            paste
            errors={errors}
          >
            <div class="stack">
              <TextField
                p={p}
                name="url"
                type="url"
                label={labels.url}
                placeholder="https://"
                errors={errors}
                values={values}
              />
              <TextArea p={p} name="text" label={labels.text} rows={3} errors={errors} values={values} />
              <p>
                <Button>{p.t('backpack.import.bring')}</Button>
              </p>
            </div>
          </DropZone>
        </Form>
      </Split>
    </Layout>
  );
}

/** One line for each badge, with what became of it. */
export function ImportedPage({ p, lines }: { p: Page; lines: ImportLine[] }) {
  const kept = lines.filter(({ outcome }) => outcome !== 'not-kept').length;
  return (
    <Layout p={p} title={p.t('backpack.imported')} crumbs={crumbsTo(p)} current="backpack" noIndex>
      <PageHead
        title={p.t('backpack.imported.title', { kept, failed: lines.length - kept })}
        acts={
          <>
            <ButtonLink href="/backpack">{p.t('backpack.imported.look')}</ButtonLink>
            <Go href="/backpack/import">{p.t('backpack.imported.more')}</Go>
          </>
        }
      />
      <Plate id="lines" title={p.t('backpack.imported.lines')} label={p.t('backpack.imported.label')}>
        <ul class="bp__list">
          {lines.map((line) => (
            <li>
              <Line p={p} line={line} />
            </li>
          ))}
        </ul>
      </Plate>
    </Layout>
  );
}

function Line({ p, line }: { p: Page; line: ImportLine }) {
  const name = line.name || p.t('backpack.import.text');
  if (line.outcome === 'not-kept') return <Failed p={p} name={name} code={line.code} values={line.values} />;
  return (
    <>
      <a class="bp__name" href={`/backpack/${line.id}`} dir="auto">
        {line.badge}
      </a>
      <p class="caption">{[line.issuer, name].filter(Boolean).join('. ')}</p>
      <p class="ui">
        {p.t(`backpack.import.${line.outcome}`)}{' '}
        <Said tone={line.tone}>{p.t(`verifier.word.${line.word}`, { warnings: line.warnings })}</Said>
      </p>
      {line.madeOutTo === 'you' ? null : (
        <p class="ui">
          <Said tone="warn">{p.t(`backpack.made-out.${line.madeOutTo}`)}</Said>
        </p>
      )}
    </>
  );
}

function Failed({ p, name, code, values }: { p: Page; name: string; code: string; values: Record<string, string> }) {
  const own = code === 'too-many';
  const remedyKey = `verifier.remedy.${code}`;
  const remedy = p.t(remedyKey, values);
  return (
    <>
      <p class="bp__name">{name}</p>
      <p class="ui">
        <Said tone="no">{p.t('backpack.import.not-kept')}</Said>{' '}
        {own ? p.t('backpack.import.too-many', { count: Number(values.count) }) : p.t(`verifier.check.${code}`, values)}{' '}
        {own || remedy === remedyKey ? '' : remedy}
      </p>
      <p class="caption mono">{code}</p>
    </>
  );
}
