import {
  Button,
  DropZone,
  ErrorSummary,
  Form,
  Layout,
  QrCamera,
  TextArea,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import { mostBadges } from '../model.ts';

export interface VerifyPageProps {
  p: Page;
  errors?: FieldErrors;
  values?: FormValues;
}

const accept = '.png,.svg,.json,.jsonld,.jwt,.jws,.txt,.pdf,.zip';

export function VerifyPage({ p, errors, values }: VerifyPageProps) {
  return (
    <Layout p={p} title={p.t('verifier.title')} description={p.t('verifier.description')} current="verify">
      <div class="sheet vhead">
        <div class="vhead__t">
          <h1>{p.t('verifier.title')}</h1>
          <p class="wall-text">{p.t('verifier.say')}</p>
        </div>
        <div class="stack">
          <ErrorSummary p={p} errors={errors} />
          <VerifyForm p={p} errors={errors} values={values} />
        </div>
      </div>
      <div class="sheet vnote no-print">
        <p class="caption">
          <a href="/api">{p.t('verifier.programs')}</a>
        </p>
      </div>
    </Layout>
  );
}

function VerifyForm(props: VerifyPageProps) {
  const { p, errors, values } = props;
  const isAsked = errors?.recipient !== undefined || Boolean(values?.recipient);
  return (
    <Form p={p} action="/verify" multipart class="vform">
      <DropZone
        p={p}
        name="file"
        label={p.t('verifier.file')}
        hint={p.t('verifier.file.hint', { count: mostBadges })}
        accept={accept}
        errors={errors}
        multiple
        paste
      >
        <div class="orline">
          <TextArea {...props} name="text" label={p.t('verifier.text')} placeholder="https://" rows={1} />
          <Button>{p.t('verifier.verify')}</Button>
        </div>
        <div class="vtools">
          <QrCamera p={p} into="text" />
          <details class="vwhose" open={isAsked}>
            <summary>{p.t('verifier.recipient.open')}</summary>
            <TextField
              {...props}
              name="recipient"
              label={p.t('verifier.recipient')}
              hint={p.t('verifier.recipient.hint')}
              autocomplete="off"
              inputmode="email"
            />
          </details>
        </div>
      </DropZone>
    </Form>
  );
}
