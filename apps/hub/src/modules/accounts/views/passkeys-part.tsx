import {
  Button,
  ConfirmDialog,
  EmptyState,
  Form,
  Icon,
  Ledger,
  LedgerItem,
  Plate,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { Passkey } from '../model.ts';
import type { PartProps } from './part-props.ts';

export function PasskeysPart({ p, passkeys, errors, values }: PartProps & { passkeys: Passkey[] }) {
  return (
    <Plate id="passkeys" title={p.t('accounts.passkeys')} label={p.t('accounts.passkeys.label')}>
      <div class="stack">
        {passkeys.length === 0 ? (
          <EmptyState>{p.t('accounts.passkeys.none')}</EmptyState>
        ) : (
          <Ledger label={p.t('accounts.passkeys')}>
            {passkeys.map((passkey, index) => (
              <PasskeyLine p={p} passkey={passkey} no={p.number(index + 1)} />
            ))}
          </Ledger>
        )}
        <AddPasskey p={p} errors={errors} values={values} />
      </div>
    </Plate>
  );
}

function PasskeyLine({ p, passkey, no }: PartProps & { passkey: Passkey; no: string }) {
  const { id, label, createdAt, lastUsedAt } = passkey;
  const caption = (
    <>
      {p.t('accounts.passkeys.since')} <Time p={p} at={createdAt} />
      {lastUsedAt ? (
        <>
          {'. '}
          {p.t('accounts.passkeys.used')} <Time p={p} at={lastUsedAt} />
        </>
      ) : null}
    </>
  );
  return (
    <LedgerItem no={no} title={<bdi>{label}</bdi>} caption={caption} side={<RemovePasskey p={p} passkey={passkey} />}>
      <Form p={p} action={`/account/passkeys/${id}`} class="withbtn">
        <TextField
          p={p}
          name="label"
          id={`label-${id}`}
          label={p.t('accounts.passkeys.rename-it', { label })}
          quietLabel
          maxlength={80}
          value={label}
        />
        <Button look="quiet" small>
          {p.t('accounts.passkeys.rename')}
        </Button>
      </Form>
    </LedgerItem>
  );
}

function RemovePasskey({ p, passkey: { id, label } }: PartProps & { passkey: Passkey }) {
  return (
    <ConfirmDialog
      p={p}
      id={`remove-${id}`}
      label={p.t('accounts.remove')}
      title={p.t('accounts.passkeys.remove', { label })}
      action={`/account/passkeys/${id}/remove`}
      confirm={p.t('accounts.remove')}
    >
      <p>{p.t('accounts.passkeys.remove.say')}</p>
    </ConfirmDialog>
  );
}

/** Passkeys need script; without it the sentence below is all there is. */
function AddPasskey({ p, errors, values }: PartProps) {
  return (
    <Form p={p} action="/account" method="get" label={p.t('accounts.passkeys.add')}>
      <noscript>
        <p class="caption">{p.t('accounts.passkeys.script')}</p>
      </noscript>
      <passkey-register
        hidden
        class="form"
        data-options="/account/passkeys/options"
        data-verify="/account/passkeys/verify"
        data-csrf={p.csrf}
        data-left={p.t('accounts.passkey.left')}
        data-failed={p.t('accounts.passkey.failed')}
      >
        <TextField
          p={p}
          name="name"
          id="passkey-name"
          label={p.t('accounts.passkeys.name')}
          maxlength={80}
          errors={errors}
          values={values}
          hint={p.t('accounts.passkeys.name.hint')}
        />
        <p class="row">
          <Button type="button" look="quiet">
            <Icon name="key-round" />
            {p.t('accounts.passkeys.add')}
          </Button>
        </p>
        <p class="caption" role="status"></p>
      </passkey-register>
    </Form>
  );
}
