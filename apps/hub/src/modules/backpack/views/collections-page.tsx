import {
  Button,
  ConfirmDialog,
  EmptyState,
  ErrorSummary,
  Form,
  Go,
  Layout,
  PageHead,
  Plate,
  Select,
  TextArea,
  TextField,
} from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { FieldErrors } from '../../../web/parse.ts';
import type { FormValues } from '../../../web/read-form.ts';
import type { Collection, Holding } from '../model.ts';
import { issuerName, pictureHref, type ShelfEntry } from '../shelf-model.ts';
import { BadgePicture } from './badge-picture.tsx';
import { ShareLinks, type ShareLinksProps } from './share-links.tsx';
import { VisibilityField } from './visibility-field.tsx';

interface FormProps {
  p: Page;
  errors?: FieldErrors;
  values?: FormValues;
}

const crumbsTo = (p: Page) => [{ href: '/backpack', label: p.t('backpack.title') }];

/** All collections of a person, and a new one. */
export function CollectionsPage(props: FormProps & { collections: (Collection & { count: number })[] }) {
  const { p, collections } = props;
  const title = p.t('backpack.collections');
  return (
    <Layout p={p} title={title} crumbs={crumbsTo(p)} current="backpack" noIndex>
      <PageHead title={title} say={p.t('backpack.collections.say')} />
      <Plate id="all" title={p.t('backpack.collections.yours')}>
        {collections.length === 0 ? (
          <EmptyState action={<Go href="#new">{p.t('backpack.collections.begin')}</Go>}>
            {p.t('backpack.collections.empty')}
          </EmptyState>
        ) : (
          <ul class="bp__list">
            {collections.map(({ id, title: name, count, visibility }) => (
              <li>
                <a class="bp__name" href={`/backpack/collections/${id}`} dir="auto">
                  {name}
                </a>
                <p class="caption">
                  {p.t('backpack.count', { count })}. {p.t(`backpack.visibility.${visibility}`)}.
                </p>
              </li>
            ))}
          </ul>
        )}
      </Plate>
      <Plate id="new" title={p.t('backpack.collections.new')}>
        <CollectionForm {...props} action="/backpack/collections" button={p.t('backpack.collections.make')} />
      </Plate>
    </Layout>
  );
}

function CollectionForm(props: FormProps & { action: string; button: string; collection?: Collection }) {
  const { p, errors, values, collection } = props;
  const title = p.t('backpack.collections.title');
  return (
    <Form p={p} action={props.action}>
      <ErrorSummary p={p} errors={errors} labels={{ title }} />
      <TextField
        p={p}
        name="title"
        label={title}
        maxlength={120}
        required
        errors={errors}
        values={values}
        value={collection?.title}
      />
      <TextArea
        p={p}
        name="text"
        label={p.t('backpack.collections.text')}
        hint={p.t('backpack.collections.text.hint')}
        optional
        errors={errors}
        values={values}
        value={collection?.text}
      />
      <VisibilityField p={p} value={String(values?.visibility ?? collection?.visibility ?? 'private')} />
      <p>
        <Button>{props.button}</Button>
      </p>
    </Form>
  );
}

export interface CollectionPageProps extends FormProps {
  collection: Collection;
  holdings: Holding[];
  /** What could still be put in. */
  others: ShelfEntry[];
  links: ShareLinksProps['links'];
  shownAt?: string | undefined;
}

/** One collection, as its holder arranges it. */
export function CollectionPage(props: CollectionPageProps) {
  const { p, collection, shownAt } = props;
  const at = `/backpack/collections/${collection.id}`;
  const crumbs = [...crumbsTo(p), { href: '/backpack/collections', label: p.t('backpack.collections') }];
  return (
    <Layout p={p} title={collection.title} crumbs={crumbs} current="backpack" noIndex>
      <PageHead
        title={<span dir="auto">{collection.title}</span>}
        caption={p.t(`backpack.visibility.${collection.visibility}`)}
        acts={shownAt ? <Go href={shownAt}>{p.t('backpack.shown-at')}</Go> : undefined}
      />
      <Plate id="badges" title={p.t('backpack.badges')} label={p.t('backpack.collections.order')}>
        <div class="stack bp">
          <Arranged {...props} at={at} />
          <PutIn {...props} at={at} />
        </div>
      </Plate>
      <Plate id="about" title={p.t('backpack.collections.about')}>
        <CollectionForm {...props} action={at} button={p.t('backpack.collections.keep')} />
      </Plate>
      <ShareLinks {...props} of={at} />
      <Plate id="ending" title={p.t('backpack.collections.end')} small>
        <ConfirmDialog
          p={p}
          id="end"
          label={p.t('backpack.collections.end.open')}
          title={p.t('backpack.collections.end.title', { title: collection.title })}
          action={`${at}/end`}
          confirm={p.t('backpack.collections.end')}
        >
          <p>{p.t('backpack.collections.end.say')}</p>
        </ConfirmDialog>
      </Plate>
    </Layout>
  );
}

function Arranged({ p, holdings, at, collection }: CollectionPageProps & { at: string }) {
  if (holdings.length === 0) return <EmptyState>{p.t('backpack.collections.nothing-in')}</EmptyState>;
  const isShared = collection.visibility !== 'private';
  return (
    <ol class="bp__list">
      {holdings.map((holding, place) => (
        <li class="bp__line">
          <BadgePicture src={pictureHref(holding)} alt="" size="s" lazy />
          <div>
            <a class="bp__name" href={`/backpack/${holding.id}`} dir="auto">
              {holding.view.name}
            </a>
            <p class="caption">
              {issuerName(holding.view) || p.t('backpack.issuer-unreached')}
              {isShared && holding.visibility === 'private' ? `. ${p.t('backpack.collections.hidden')}` : ''}
            </p>
          </div>
          <Form p={p} action={`${at}/arrange`} class="row" label={holding.view.name}>
            <input type="hidden" name="holding" value={holding.id} />
            {place > 0 ? <How p={p} how="earlier" badge={holding.view.name} /> : null}
            {place < holdings.length - 1 ? <How p={p} how="later" badge={holding.view.name} /> : null}
            <How p={p} how="take-out" badge={holding.view.name} />
          </Form>
        </li>
      ))}
    </ol>
  );
}

function How({ p, how, badge }: { p: Page; how: 'earlier' | 'later' | 'take-out'; badge: string }) {
  return (
    <Button name="how" value={how} look="quiet" small>
      {p.t(`backpack.collections.${how}`)} <span class="sr">{badge}</span>
    </Button>
  );
}

function PutIn({ p, others, at }: CollectionPageProps & { at: string }) {
  if (others.length === 0) return null;
  return (
    <Form p={p} action={`${at}/arrange`} class="filter">
      <Select
        p={p}
        name="holding"
        label={p.t('backpack.collections.choose')}
        options={others.map(({ id, name, issuer }) => ({ value: id, label: `${name}, ${issuer}` }))}
      />
      <Button name="how" value="put-in" look="quiet" small>
        {p.t('backpack.collections.put-in')}
      </Button>
    </Form>
  );
}
