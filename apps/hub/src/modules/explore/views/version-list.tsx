import { Ledger, LedgerItem } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';
import { type Achievement, achievementPath, differencesBetween } from '../../achievements/index.ts';

interface Props {
  p: Page;
  /** Newest first. */
  versions: Achievement[];
  current: Achievement['id'];
}

/** Every version with what changed in it, in words. */
export function VersionList({ p, versions, current }: Props) {
  return (
    <Ledger>
      {versions.map((version, index) => (
        <LedgerItem
          no={p.number(version.version)}
          title={version.name}
          href={version.id === current ? undefined : achievementPath(version)}
          side={p.date(version.publishedAt ?? version.createdAt)}
          caption={[
            p.t(`achievements.state.${version.state}`),
            version.id === current ? p.t('explore.version.this') : '',
          ]
            .filter(Boolean)
            .join(', ')}
        >
          <Changes p={p} before={versions[index + 1]} after={version} />
        </LedgerItem>
      ))}
    </Ledger>
  );
}

function Changes({ p, before, after }: { p: Page; before: Achievement | undefined; after: Achievement }) {
  if (!before) return <p class="small soft">{p.t('explore.version.first')}</p>;
  const differences = differencesBetween(before, after);
  if (differences.length === 0) return <p class="small soft">{p.t('explore.version.same')}</p>;
  return (
    <ul class="small soft changes">
      {differences.map(({ kind, values }) => (
        <li dir="auto">{p.t(`explore.change.${kind}`, values)}</li>
      ))}
    </ul>
  );
}
