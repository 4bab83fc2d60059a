import { Button, Form, Plate, Radios, Select, TextField } from '../../../web/components/index.ts';
import { languageChoices, timeZoneChoices } from '../routes/choices.ts';
import type { AccountOverview } from '../view-account.ts';
import type { PartProps } from './part-props.ts';

export function ProfilePart({ p, overview, errors, values }: PartProps & { overview: AccountOverview }) {
  const { account, name } = overview;
  const field = { p, errors, values };
  const themes = (['auto', 'light', 'dark'] as const).map((value) => ({ value, label: p.t(`web.theme.${value}`) }));
  return (
    <Plate id="profile" title={p.t('accounts.profile')} label={p.t('accounts.profile.label')}>
      <Form p={p} action="/account/profile">
        <TextField
          {...field}
          name="name"
          label={p.t('accounts.name')}
          autocomplete="name"
          maxlength={120}
          required
          value={name}
          hint={p.t('accounts.name.hint')}
        />
        <div class="fields-2">
          <Select
            {...field}
            name="locale"
            label={p.t('accounts.language')}
            options={languageChoices(p)}
            value={account?.locale ?? p.locale}
          />
          <Select
            {...field}
            name="timeZone"
            label={p.t('accounts.time-zone')}
            options={timeZoneChoices}
            value={account?.timeZone ?? p.timeZone}
          />
        </div>
        <Radios {...field} name="theme" label={p.t('web.theme')} options={themes} value={account?.theme ?? p.theme} />
        <p class="row">
          <Button look="quiet">{p.t('accounts.keep')}</Button>
        </p>
      </Form>
    </Plate>
  );
}
