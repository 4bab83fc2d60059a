import { Button, ButtonLink, Form, Layout, PageHead, Plate, Table } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { type Typed, writeTyped } from '../form-model.ts';
import type { Achievement } from '../model.ts';
import { achievementPath } from '../paths-model.ts';
import { rowLabel } from './row-label.ts';

interface Props {
  p: Page;
  /** As somebody else kept it in the meantime. */
  newer: Achievement;
  theirs: Typed;
  /** As this reader typed it. */
  typed: Typed;
  action: string;
}

interface Row {
  field: string;
  theirs: string;
  yours: string;
}

/** Two people edited at once: both texts side by side, nothing lost, and one button for each way out. */
export function ConflictPage({ p, newer, theirs, typed, action }: Props) {
  const title = p.t('achievements.conflict.title');
  return (
    <Layout p={p} title={title} current="badges" noIndex>
      <PageHead title={title} say={p.t('achievements.conflict.say')} />
      <Plate id="both" title={p.t('achievements.conflict.both')} label={p.t('achievements.conflict.label')} small>
        <Table
          caption={p.t('achievements.conflict.both')}
          quietCaption
          class="table--both"
          columns={[
            { label: p.t('achievements.conflict.field'), head: true, cell: (row) => row.field },
            { label: p.t('achievements.conflict.theirs'), cell: (row) => <Text text={row.theirs} /> },
            { label: p.t('achievements.conflict.yours'), cell: (row) => <Text text={row.yours} /> },
          ]}
          rows={rowsOf(p, theirs, typed)}
        />
        <Form p={p} action={action} class="form form--wide conflict__ways">
          {writeTyped(typed).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="revision" value={String(newer.revision)} />
          <p class="row">
            <Button name="act" value="edit">
              {p.t('achievements.conflict.merge')}
            </Button>
            <Button name="act" value="save" look="quiet">
              {p.t('achievements.conflict.keep-mine')}
            </Button>
            <ButtonLink href={achievementPath(newer, '/edit')} look="quiet">
              {p.t('achievements.conflict.keep-theirs')}
            </ButtonLink>
          </p>
        </Form>
      </Plate>
    </Layout>
  );
}

function Text({ text }: { text: string }) {
  return (
    <span class="both" dir="auto">
      {text || '—'}
    </span>
  );
}

function rowsOf(p: Page, keptNow: Typed, typed: Typed): Row[] {
  const theirs = new Map(writeTyped(keptNow));
  const yours = new Map(writeTyped(typed));
  const names = [...new Set([...theirs.keys(), ...yours.keys()])].filter((name) => name !== 'upload');
  return names
    .map((name) => ({ field: rowLabel(p, name), theirs: tidy(theirs.get(name)), yours: tidy(yours.get(name)) }))
    .filter((row) => row.theirs !== row.yours);
}

const tidy = (text = '') => text.replace(/\r\n?/g, '\n').trim();
