import { fieldId, LinkButton } from '../../../web/components/index.ts';
import type { Page } from '../../../web/page.ts';

export interface RowButtonsProps {
  p: Page;
  /** `criteria` or `alignments`. */
  list: string;
  index: number;
  count: number;
  action: string;
  ordered?: boolean;
}

/** Submit buttons that keep everything typed: they work without script. */
export function RowButtons({ p, list, index, count, action, ordered }: RowButtonsProps) {
  const button = (verb: string) => (
    <LinkButton name="act" value={`${verb}.${list}.${index}`} formaction={`${action}#${list}`}>
      {p.t(`achievements.row.${verb}`)}
      <span class="sr"> {p.t(`achievements.row.${list}`, { number: index + 1 })}</span>
    </LinkButton>
  );
  return (
    <span class="rows__acts">
      {ordered && index > 0 ? button('up') : null}
      {ordered && index < count - 1 ? button('down') : null}
      {button('remove')}
    </span>
  );
}

interface AddRowProps {
  list: string;
  action: string;
  /** The field that the new row begins with: the page comes back to it, also without script. */
  first: string;
  children: string;
}

export function AddRow({ list, action, first, children }: AddRowProps) {
  return (
    <p>
      <LinkButton name="act" value={`add.${list}`} formaction={`${action}#${fieldId(first)}`}>
        {children}
      </LinkButton>
    </p>
  );
}
