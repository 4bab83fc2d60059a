import { Layout, PageHead } from './components/index.ts';
import type { Page } from './page.ts';
import { Acts } from './styleguide/acts.tsx';
import { Award, Issuer } from './styleguide/award.tsx';
import { Csv } from './styleguide/csv.tsx';
import { Forms } from './styleguide/forms.tsx';
import { Lists } from './styleguide/lists.tsx';
import { Tokens, Voices } from './styleguide/tokens.tsx';
import { Verdicts, VerifyHead } from './styleguide/verdicts.tsx';
import { Desk, Wall } from './styleguide/wall.tsx';

/** Every token and component in all its states. Development only, so its texts are not in the catalogue. */
export function StyleguideView({ p }: { p: Page }) {
  return (
    <Layout
      p={p}
      title="Style guide"
      crumbs={[
        { href: '/', label: 'Home' },
        { href: '/styleguide', label: 'Style guide' },
      ]}
      current="badges"
      noIndex
    >
      <PageHead
        title="Post-its on a museum wall"
        caption="Style guide"
        say="Paper and ink, set like a catalogue. Notes are questions, badges are recognition; everything else is typography, a margin label and a rule."
      />
      <Award p={p} />
      <Issuer p={p} />
      <VerifyHead p={p} />
      <Verdicts p={p} />
      <Csv p={p} />
      <Wall />
      <Desk />
      <Acts p={p} />
      <Forms p={p} />
      <Lists p={p} />
      <Voices />
      <Tokens />
    </Layout>
  );
}
