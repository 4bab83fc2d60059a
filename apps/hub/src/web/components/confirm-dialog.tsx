import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';
import { Button, type ButtonProps } from './button.tsx';
import { Form } from './form.tsx';

export interface ConfirmDialogProps {
  p: Page;
  id: string;
  /** On the button that opens it. */
  label: string;
  title: string;
  action: string;
  /** The act itself, as a verb. */
  confirm: string;
  cancel?: string;
  look?: ButtonProps['look'];
  openerLook?: ButtonProps['look'];
  /** Hidden values that go with the act. */
  fields?: Record<string, string>;
  multipart?: boolean;
  /** What will happen to whom, and whether it can be undone; also fields, such as a reason. */
  children?: Child;
}

/** A question before something ends. A popover: it needs no script. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { p, id, label, title, action, confirm, look = 'no', openerLook = 'quiet', fields = {} } = props;
  return (
    <>
      <Button type="button" look={openerLook} small popovertarget={id}>
        {label}
      </Button>
      <div id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`} class="dlg" data-confirm>
        <Form p={p} action={action} multipart={props.multipart ?? false} class="dlg__form">
          <div class="stack">
            <h2 id={`${id}-title`} class="h-label">
              {title}
            </h2>
            {props.children}
            {Object.entries(fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <p class="row">
              <Button look={look}>{confirm}</Button>
              <Button type="button" look="quiet" popovertarget={id} popovertargetaction="hide" autofocus>
                {props.cancel ?? p.t('web.cancel')}
              </Button>
            </p>
          </div>
        </Form>
      </div>
    </>
  );
}
