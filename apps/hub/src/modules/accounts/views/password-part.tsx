import { Button, Form, Plate, TextField } from '../../../web/components/index.ts';
import type { PartProps } from './part-props.ts';

export function PasswordPart({ p, hasPassword, errors }: PartProps & { hasPassword: boolean }) {
  return (
    <Plate
      id="password"
      title={p.t('accounts.password')}
      label={p.t(hasPassword ? 'accounts.password.label' : 'accounts.password.none')}
    >
      <Form p={p} action="/account/password">
        {hasPassword ? (
          <TextField
            p={p}
            name="current"
            label={p.t('accounts.password.current')}
            type="password"
            autocomplete="current-password"
            errors={errors}
          />
        ) : null}
        <TextField
          p={p}
          name="password"
          label={p.t('accounts.password.new')}
          type="password"
          autocomplete="new-password"
          errors={errors}
          hint={p.t('accounts.password.hint')}
        />
        <p class="row">
          <Button look="quiet">{p.t(hasPassword ? 'accounts.password.change' : 'accounts.password.set')}</Button>
        </p>
      </Form>
    </Plate>
  );
}
