import {
  Button,
  Checkbox,
  ConfirmDialog,
  ErrorSummary,
  FileField,
  Form,
  Layout,
  Ledger,
  LedgerItem,
  OrgMark,
  PageHead,
  Plate,
  Select,
  TextArea,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { ActorProfile } from '../../actors/index.ts';
import { languageChoices, timeZoneChoices } from '../routes/choices.ts';
import type { Steward } from '../tie-store.ts';

export interface AllianceSettingsProps {
  p: Page;
  alliance: ActorProfile;
  logo: string | undefined;
  stewards: Steward[];
  failed?: { form: 'alliance' | 'stewards'; errors: FieldErrors; values?: FormValues };
}

export function AllianceSettingsPage({ p, alliance, logo, stewards, failed }: AllianceSettingsProps) {
  const title = p.t('accounts.alliance');
  const of = (form: 'alliance' | 'stewards') =>
    failed?.form === form ? { errors: failed.errors, values: failed.values } : {};
  return (
    <Layout
      p={p}
      title={title}
      current="alliance"
      crumbs={[{ href: '/steward', label: p.t('accounts.steward') }]}
      noIndex
    >
      <PageHead title={title} caption={alliance.name} say={p.t('accounts.alliance.say')} />
      {failed ? (
        <div class="sheet">
          <ErrorSummary p={p} errors={failed.errors} />
        </div>
      ) : null}
      <Plate id="alliance" title={p.t('accounts.alliance.shown')} label={p.t('accounts.alliance.shown.label')}>
        <SettingsForm p={p} alliance={alliance} logo={logo} {...of('alliance')} />
      </Plate>
      <Plate id="stewards" title={p.t('accounts.stewards')} label={p.t('accounts.stewards.label')}>
        <div class="stack">
          <Ledger label={p.t('accounts.stewards')}>
            {stewards.map((steward, index) => (
              <StewardLine p={p} steward={steward} no={p.number(index + 1)} isLast={stewards.length === 1} />
            ))}
          </Ledger>
          <Form p={p} action="/alliance/stewards">
            <TextField
              p={p}
              name="email"
              type="email"
              label={p.t('accounts.stewards.add')}
              hint={p.t('accounts.stewards.add.hint')}
              {...of('stewards')}
            />
            <p class="row">
              <Button look="quiet">{p.t('accounts.stewards.appoint')}</Button>
            </p>
          </Form>
        </div>
      </Plate>
    </Layout>
  );
}

interface FormProps extends Pick<AllianceSettingsProps, 'p' | 'alliance' | 'logo'> {
  errors?: FieldErrors;
  values?: FormValues;
}

function SettingsForm({ p, alliance, logo, errors, values }: FormProps) {
  const field = (name: string) => ({ p, name, errors, values, label: p.t(`accounts.first-run.${name}`) });
  return (
    <Form p={p} action="/alliance/settings" multipart>
      <input type="hidden" name="revision" value={String(alliance.revision)} />
      <TextField
        {...field('name')}
        maxlength={120}
        required
        value={alliance.name}
        hint={p.t('accounts.first-run.name.hint')}
      />
      <TextArea
        {...field('purpose')}
        rows={3}
        maxlength={600}
        value={alliance.summary}
        hint={p.t('accounts.first-run.purpose.hint')}
      />
      <div class="fields-2">
        <Select {...field('lang')} options={languageChoices(p)} value={alliance.lang} />
        <Select {...field('timeZone')} options={timeZoneChoices} value={alliance.timeZone} />
      </div>
      {logo ? (
        <div class="row">
          <OrgMark id={alliance.id} logo={logo} size="l" />
          <Checkbox p={p} name="removeLogo" label={p.t('accounts.alliance.logo.remove')} values={values} />
        </div>
      ) : null}
      <FileField
        p={p}
        name="logo"
        label={p.t('accounts.alliance.logo')}
        accept="image/png,image/jpeg,image/webp,image/gif"
        errors={errors}
        hint={p.t('accounts.alliance.logo.hint')}
      />
      <p class="row">
        <Button>{p.t('accounts.keep')}</Button>
      </p>
    </Form>
  );
}

function StewardLine({ p, steward, no, isLast }: { p: Page; steward: Steward; no: string; isLast: boolean }) {
  const { personId, name, since } = steward;
  const dismiss = (
    <ConfirmDialog
      p={p}
      id={`dismiss-${personId}`}
      label={p.t('accounts.stewards.dismiss')}
      title={p.t('accounts.stewards.dismiss-it', { name })}
      action={`/alliance/stewards/${personId}/dismiss`}
      confirm={p.t('accounts.stewards.dismiss')}
    >
      <p>{p.t('accounts.stewards.dismiss.say')}</p>
    </ConfirmDialog>
  );
  const caption = (
    <>
      {p.t('accounts.stewards.since')} <Time p={p} at={since} />
    </>
  );
  return <LedgerItem no={no} title={<bdi>{name}</bdi>} caption={caption} side={isLast ? undefined : dismiss} />;
}
