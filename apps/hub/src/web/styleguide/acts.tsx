import {
  Button,
  ButtonLink,
  CannotNow,
  ConfirmDialog,
  CopyText,
  Go,
  LinkButton,
  Pagination,
  Plate,
  State,
  Tabs,
} from '../components/index.ts';
import type { Page } from '../page.ts';

export function Acts({ p }: { p: Page }) {
  return (
    <Plate
      id="acts"
      title="Acts and ways"
      label="Ink is for doing, teal for going. One solid button for each decision."
    >
      <div class="stack specimens">
        <div class="row">
          <Button type="button">Award the badge</Button>
          <Button type="button" look="quiet">
            Take the file
          </Button>
          <Button type="button" look="no">
            Revoke
          </Button>
          <CannotNow>Award the badge</CannotNow>
        </div>
        <div class="row">
          <Button type="button" small>
            Try again now
          </Button>
          <ButtonLink href="#acts" look="quiet" small>
            Change
          </ButtonLink>
          <LinkButton type="button">Tell me when it answers</LinkButton>
          <Go href="#acts">See the whole wall</Go>
        </div>
        <ConfirmDialog
          p={p}
          id="leave"
          label="Leave the organization"
          title="Leave Harbour City Library?"
          action="/styleguide"
          confirm="Leave it"
          cancel="Stay"
        >
          <p>
            The badges you awarded stay, with your name. Ines Quillfeather is told. Only an owner can let you in again.
          </p>
        </ConfirmDialog>
        <Tabs
          label="Which rows"
          tabs={[
            { href: '#acts', label: 'With context', current: true },
            { href: '#acts', label: 'Only the two' },
            { href: '#acts', label: 'All', count: '998' },
          ]}
        />
        <Pagination p={p} page={6} pages={11} />
        <div class="row">
          <State kind="open">Open</State>
          <State kind="talk">In discussion</State>
          <State kind="answered">Answered</State>
          <State kind="parked">Parked</State>
          <State kind="gathered">Gathered</State>
          <State kind="ended">Ended</State>
        </div>
        <CopyText p={p} text="https://badges.example/c/0198c2f4" label="Address of the badge" />
      </div>
    </Plate>
  );
}
