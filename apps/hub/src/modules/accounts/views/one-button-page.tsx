import { Button, Form, Layout, Split } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';

interface Props {
  p: Page;
  title: string;
  say: string;
  action: string;
  button: string;
}

/** What a mailed link opens: nothing happens until the button is pressed, since machines open links too. */
export function OneButtonPage({ p, title, say, action, button }: Props) {
  return (
    <Layout p={p} title={title} noIndex>
      <Split title={title} say={say}>
        <Form p={p} action={action}>
          <p class="row">
            <Button>{button}</Button>
          </p>
          <p class="caption">{p.t('accounts.link.once')}</p>
        </Form>
      </Split>
    </Layout>
  );
}
