import {
  Button,
  ConfirmDialog,
  Form,
  Ledger,
  LedgerItem,
  LinkButton,
  Plate,
  State,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { EmailAddress } from '../model.ts';
import type { PartProps } from './part-props.ts';

export function EmailsPart({ p, emails, errors, values }: PartProps & { emails: EmailAddress[] }) {
  return (
    <Plate id="emails" title={p.t('accounts.emails')} label={p.t('accounts.emails.label')}>
      <div class="stack emails">
        <Ledger label={p.t('accounts.emails')}>
          {emails.map((email, index) => (
            <EmailLine p={p} email={email} no={p.number(index + 1)} />
          ))}
        </Ledger>
        <Form p={p} action="/account/emails">
          <TextField
            p={p}
            name="email"
            label={p.t('accounts.emails.add')}
            type="email"
            errors={errors}
            values={values}
            hint={p.t('accounts.emails.add.hint')}
          />
          <p class="row">
            <Button look="quiet">{p.t('accounts.emails.send')}</Button>
          </p>
        </Form>
      </div>
    </Plate>
  );
}

function EmailLine({ p, email, no }: PartProps & { email: EmailAddress; no: string }) {
  const { id, address, verifiedAt, isPrimary } = email;
  return (
    <LedgerItem no={no} title={<bdi>{address}</bdi>} side={<EmailActs p={p} email={email} />}>
      <p class="caption">
        {verifiedAt ? (
          <State kind={isPrimary ? 'force' : 'answered'}>
            {p.t(isPrimary ? 'accounts.emails.primary' : 'accounts.emails.confirmed')}
          </State>
        ) : (
          <State kind="open">{p.t('accounts.emails.waits')}</State>
        )}{' '}
        {p.t(verifiedAt ? 'accounts.emails.since' : 'accounts.emails.added')}{' '}
        <Time p={p} at={verifiedAt ?? email.createdAt} />
      </p>
      {verifiedAt && isPrimary ? null : (
        <Form p={p} action={`/account/emails/${id}/${verifiedAt ? 'primary' : 'send-again'}`} class="row">
          <LinkButton type="submit">
            {p.t(verifiedAt ? 'accounts.emails.make-primary' : 'accounts.emails.send-again')}
          </LinkButton>
        </Form>
      )}
    </LedgerItem>
  );
}

function EmailActs({ p, email: { id, address } }: PartProps & { email: EmailAddress }) {
  return (
    <ConfirmDialog
      p={p}
      id={`remove-${id}`}
      label={p.t('accounts.remove')}
      title={p.t('accounts.emails.remove', { address })}
      action={`/account/emails/${id}/remove`}
      confirm={p.t('accounts.remove')}
    >
      <p>{p.t('accounts.emails.remove.say')}</p>
    </ConfirmDialog>
  );
}
