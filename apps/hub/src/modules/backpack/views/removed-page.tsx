import { Button, ConfirmDialog, EmptyState, Form, Go, Layout, PageHead, Plate } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import type { ShelfEntry } from '../shelf-model.ts';

/** What was taken out, and can be put back. */
export function RemovedPage({ p, entries }: { p: Page; entries: ShelfEntry[] }) {
  return (
    <Layout
      p={p}
      title={p.t('backpack.removed')}
      crumbs={[{ href: '/backpack', label: p.t('backpack.title') }]}
      current="backpack"
      noIndex
    >
      <PageHead title={p.t('backpack.removed')} say={p.t('backpack.removed.say')} />
      <Plate id="removed" title={p.t('backpack.badges')}>
        {entries.length === 0 ? (
          <EmptyState action={<Go href="/backpack">{p.t('backpack.title')}</Go>}>
            {p.t('backpack.removed.none')}
          </EmptyState>
        ) : (
          <ul class="bp__list">
            {entries.map(({ id, name, issuer }) => (
              <li class="bp__line">
                <div>
                  <b dir="auto">{name}</b>
                  <p class="caption">{issuer || p.t('backpack.issuer-unreached')}</p>
                </div>
                <div class="row">
                  <Form p={p} action={`/backpack/${id}/put-back`} class="row">
                    <Button look="quiet" small>
                      {p.t('backpack.put-back')}
                    </Button>
                  </Form>
                  <ConfirmDialog
                    p={p}
                    id={`delete-${id}`}
                    label={p.t('backpack.delete.open')}
                    title={p.t('backpack.delete.title', { badge: name })}
                    action={`/backpack/${id}/delete`}
                    confirm={p.t('backpack.delete')}
                  >
                    <p>{p.t('backpack.delete.say')}</p>
                  </ConfirmDialog>
                </div>
              </li>
            ))}
          </ul>
        )}
      </Plate>
    </Layout>
  );
}
