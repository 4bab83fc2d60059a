import {
  Button,
  CopyText,
  ErrorSummary,
  Form,
  Plate,
  Select,
  State,
  TextField,
  Time,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { ShareLink } from '../model.ts';

export interface ShownLink extends ShareLink {
  url: string;
  isOpen: boolean;
}

export interface ShareLinksProps {
  p: Page;
  links: ShownLink[];
  /** Path of what they show. */
  of: string;
  /** Why no more can be made. */
  closed?: string | undefined;
  errors?: FieldErrors;
  values?: FormValues;
}

/** Days; 0 is for ever. */
export const linkTerms = ['7', '30', '365', '0'] as const;

/** Links that show one badge or one collection, also a private one, until they end. */
export function ShareLinks({ p, links, of, closed, errors, values }: ShareLinksProps) {
  return (
    <Plate id="share" title={p.t('backpack.share')} label={closed ? undefined : p.t('backpack.share.say')}>
      <div class="bp__fit">
        {links.length > 0 ? (
          <ul class="bp__list">
            {links.map((link) => (
              <OneLink p={p} link={link} />
            ))}
          </ul>
        ) : null}
        {closed ? <p class="caption">{closed}</p> : <MakeLink p={p} of={of} errors={errors} values={values} />}
      </div>
    </Plate>
  );
}

function MakeLink({ p, of, errors, values }: Omit<ShareLinksProps, 'links'>) {
  const label = p.t('backpack.share.label');
  return (
    <Form p={p} action={`${of}/share`} class="filter">
      <ErrorSummary p={p} errors={errors?.label ? { label: errors.label } : undefined} labels={{ label }} />
      <TextField
        p={p}
        name="label"
        label={label}
        placeholder={p.t('backpack.share.label.for')}
        maxlength={80}
        errors={errors}
        values={values}
      />
      <Select
        p={p}
        name="days"
        label={p.t('backpack.share.days')}
        value="30"
        values={values}
        options={linkTerms.map((value) => ({ value, label: p.t('backpack.share.term', { days: Number(value) }) }))}
      />
      <Button look="quiet" small>
        {p.t('backpack.share.make')}
      </Button>
    </Form>
  );
}

function OneLink({ p, link }: { p: Page; link: ShownLink }) {
  const name = link.label || p.t('backpack.share.unnamed');
  return (
    <li class="bp__link">
      <p>
        <b dir="auto">{name}</b> <span class="caption">{p.t('backpack.share.views', { count: link.views })}</span>
      </p>
      {link.isOpen ? (
        <>
          <CopyText p={p} text={link.url} label={p.t('backpack.share.address', { name })} />
          <Form p={p} action={`/backpack/shares/${link.id}/revoke`} class="row">
            <span class="caption">
              {link.expiresAt ? (
                <>
                  {p.t('backpack.share.until')} <Time p={p} at={link.expiresAt} />
                </>
              ) : (
                p.t('backpack.share.no-end')
              )}
            </span>
            <Button look="quiet" small>
              {p.t('backpack.share.revoke')}
            </Button>
          </Form>
        </>
      ) : (
        <p>
          <State kind="ended">{p.t(link.revokedAt ? 'backpack.share.revoked' : 'backpack.share.over')}</State>
        </p>
      )}
    </li>
  );
}
