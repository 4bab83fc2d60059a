import {
  Button,
  ButtonLink,
  ConfirmDialog,
  Form,
  Label,
  Layout,
  MountFrame,
  Plate,
  Select,
  Time,
  WarnLine,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { TakenFile } from '../files-model.ts';
import type { Collection, Holding } from '../model.ts';
import type { MadeOutTo } from '../recipient-model.ts';
import { issuerName, pictureHref } from '../shelf-model.ts';
import type { ViewedHolding } from '../view-holding.ts';
import { BadgePicture } from './badge-picture.tsx';
import { HoldingFacts } from './holding-facts.tsx';
import { IssuerWords } from './issuer-words.tsx';
import { ShareLinks, type ShareLinksProps } from './share-links.tsx';
import { StandingSaid } from './standing-said.tsx';
import { TakeFiles } from './take-files.tsx';
import { isAddress, isDate } from './view-text.ts';
import { VisibilityField } from './visibility-field.tsx';

export interface HoldingPageProps extends ViewedHolding {
  p: Page;
  madeOutTo: MadeOutTo;
  /** The page that others see, when there is one. */
  shownAt?: string | undefined;
  files: TakenFile[];
  links: ShareLinksProps['links'];
  collections: Collection[];
  /** Those it stands in. */
  inCollections: string[];
  older: Holding[];
  errors?: FieldErrors;
  values?: FormValues;
}

export function HoldingPage(props: HoldingPageProps) {
  const { p, holding } = props;
  return (
    <Layout
      p={p}
      title={holding.view.name}
      crumbs={[{ href: '/backpack', label: p.t('backpack.title') }]}
      current="backpack"
      noIndex
    >
      <article class="sheet aw bp-one">
        <Left {...props} />
        <Right {...props} />
      </article>
      <Showing {...props} />
      <ShareLinks {...props} of={`/backpack/${holding.id}`} closed={staysPrivate(props)} />
      <InCollections {...props} />
      <TakeFiles p={p} files={props.files} />
      <Removing p={p} holding={holding} />
    </Layout>
  );
}

function Left({ p, holding, standing }: HoldingPageProps) {
  const { view, format, verifiedAt, verdict } = holding;
  const version = format.version
    ? p.t('backpack.version', { version: format.version, security: format.security ?? '' })
    : p.t('backpack.version-unknown');
  return (
    <div class="aw__left">
      <MountFrame>
        <BadgePicture src={pictureHref(holding)} alt={p.t('backpack.picture-of', { badge: view.name })} size="xl" />
      </MountFrame>
      <Label name={<span dir="auto">{view.name}</span>} title={version}>
        {p.t(`backpack.from.${format.from}`, { date: p.date(holding.acceptedAt) })}
      </Label>
      <div class="aw__acts">
        <Form p={p} action={`/backpack/${holding.id}/verify`} class="row">
          <Button>{p.t('backpack.verify')}</Button>
        </Form>
        <ButtonLink href="#files" look="quiet">
          {p.t('backpack.take')}
        </ButtonLink>
      </div>
      <p class="caption">
        {verifiedAt || standing !== 'good' ? (
          <>
            <StandingSaid p={p} standing={standing} checked={verdict === 'valid'} />.{' '}
          </>
        ) : null}
        {verifiedAt ? (
          <>
            {p.t('backpack.checked')} <Time p={p} at={verifiedAt} style="datetime" />
          </>
        ) : (
          p.t('backpack.never-checked')
        )}
      </p>
    </div>
  );
}

function Right(props: HoldingPageProps) {
  const { p, holding, message, standing, reason } = props;
  const { view } = holding;
  return (
    <div class="aw__right">
      <p class="caption">
        {isDate(view.awardedAt) ? (
          <>
            {p.t('backpack.awarded')} <Time p={p} at={view.awardedAt} />,{' '}
          </>
        ) : null}
        <IssuerLink p={p} holding={holding} issuerPage={props.issuerPage} />
      </p>
      <h1 dir="auto">{view.name}</h1>
      {view.description ? (
        <p class="wall-text" dir="auto">
          {view.description}
        </p>
      ) : null}
      <Warnings {...props} />
      {reason && (standing === 'revoked' || standing === 'suspended') ? (
        <WarnLine title={p.t(`backpack.standing.${standing}`)}>{reason}</WarnLine>
      ) : null}
      {message ? <IssuerWords text={message} by={issuerName(view)} /> : null}
      <HoldingFacts p={p} holding={holding} older={props.older} />
    </div>
  );
}

function IssuerLink({ p, holding, issuerPage }: Pick<HoldingPageProps, 'p' | 'holding' | 'issuerPage'>) {
  const { view } = holding;
  if (issuerPage) {
    return (
      <a href={issuerPage} dir="auto">
        {issuerName(view)}
      </a>
    );
  }
  const address = view.issuer.url ?? (holding.awardId ? undefined : view.issuer.id);
  const name = <span dir="auto">{issuerName(view) || p.t('backpack.issuer-unreached')}</span>;
  return isAddress(address) ? (
    <a href={address} rel="nofollow noopener">
      {name}
    </a>
  ) : (
    name
  );
}

function Warnings({ p, holding, madeOutTo }: HoldingPageProps) {
  if (holding.awardId || madeOutTo === 'you') return null;
  return (
    <WarnLine title={p.t(`backpack.made-out.${madeOutTo}.title`)}>
      {p.t(`backpack.made-out.${madeOutTo}.say`)}{' '}
      {madeOutTo === 'another-address' ? <a href="/account">{p.t('backpack.made-out.add')}</a> : null}
    </WarnLine>
  );
}

/** Why it cannot be shown to others; undefined when its holder decides. */
function staysPrivate({ p, holding, madeOutTo }: HoldingPageProps): string | undefined {
  if (holding.awardId || madeOutTo === 'you') return undefined;
  return `${p.t(`backpack.made-out.${madeOutTo}.title`)} ${p.t(`backpack.made-out.${madeOutTo}.say`)}`;
}

function Showing(props: HoldingPageProps) {
  const { p, holding, shownAt, errors } = props;
  const reason = staysPrivate(props);
  if (reason && holding.visibility === 'private' && !errors) {
    return (
      <Plate id="showing" title={p.t('backpack.showing')}>
        <p>
          <b>{p.t('backpack.visibility.private')}</b>
        </p>
        <p class="caption">{reason}</p>
      </Plate>
    );
  }
  return (
    <Plate id="showing" title={p.t('backpack.showing')} label={p.t('backpack.showing.label')}>
      <Form p={p} action={`/backpack/${holding.id}/visibility`}>
        <VisibilityField p={p} value={holding.visibility} errors={errors} />
        <p class="row">
          <Button look="quiet">{p.t('backpack.visibility.keep')}</Button>
          {shownAt ? <a href={shownAt}>{p.t('backpack.shown-at')}</a> : null}
        </p>
      </Form>
    </Plate>
  );
}

function InCollections({ p, holding, collections, inCollections }: HoldingPageProps) {
  const own = collections.filter(({ id }) => inCollections.includes(id));
  const others = collections.filter(({ id }) => !inCollections.includes(id));
  return (
    <Plate id="collections" title={p.t('backpack.collections')} label={p.t('backpack.collections.label')}>
      <div class="bp__fit">
        {own.map(({ id, title }) => (
          <p>
            <a href={`/backpack/collections/${id}`}>{title}</a>
          </p>
        ))}
        {others.length > 0 ? (
          <Form p={p} action={`/backpack/${holding.id}/collect`} class="filter">
            <Select
              p={p}
              name="collection"
              label={p.t('backpack.collections.put-into')}
              options={others.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <Button look="quiet" small>
              {p.t('backpack.collections.put-in')}
            </Button>
          </Form>
        ) : null}
        {collections.length === 0 ? (
          <p class="caption">
            {p.t('backpack.collections.none')} <a href="/backpack/collections">{p.t('backpack.collections.begin')}</a>
          </p>
        ) : null}
      </div>
    </Plate>
  );
}

function Removing({ p, holding }: { p: Page; holding: Holding }) {
  return (
    <Plate id="removing" title={p.t('backpack.remove')} small label={p.t('backpack.remove.label')}>
      <ConfirmDialog
        p={p}
        id="remove"
        label={p.t('backpack.remove.open')}
        title={p.t('backpack.remove.title', { badge: holding.view.name })}
        action={`/backpack/${holding.id}/remove`}
        confirm={p.t('backpack.remove.confirm')}
      >
        <p>{p.t(holding.awardId ? 'backpack.remove.say-own' : 'backpack.remove.say')}</p>
      </ConfirmDialog>
    </Plate>
  );
}
