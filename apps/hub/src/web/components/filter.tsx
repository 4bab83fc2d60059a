import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';
import { Button } from './button.tsx';
import { Form } from './form.tsx';

/** A search by the address bar: the fields inside are sent with GET, so every result has an address. */
export function Filter({ p, action, children }: { p: Page; action: string; children: Child }) {
  return (
    <Form p={p} action={action} method="get" class="filter">
      {children}
      <Button look="quiet" small>
        {p.t('web.filter')}
      </Button>
    </Form>
  );
}
