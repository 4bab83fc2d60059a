import {
  BadgeImage,
  EmptyState,
  Go,
  IndexList,
  Label,
  Ledger,
  LedgerItem,
  Meter,
  MountFrame,
  OrgMark,
  Plate,
  Plinth,
  Shelf,
  Table,
  Time,
  Who,
} from '../components/index.ts';
import type { Page } from '../page.ts';
import { specimenBadge } from './specimen-badge.ts';

export function Lists({ p }: { p: Page }) {
  return (
    <>
      <Plate
        id="ledger"
        title="Evidence"
        label="Three pieces. Mireille chose to show them; the people interviewed agreed."
      >
        <Ledger>
          <LedgerItem
            no="1"
            href="#ledger"
            title="“The crane had a name”: Josefa Windlass, winch driver 1961–1979"
            caption="Recording, 48 minutes, and transcript."
            side="FLAC, 212 MB"
          />
          <LedgerItem
            no="2"
            href="#ledger"
            title="Question sheet, before and after the first interview"
            caption="“I threw away eleven of fourteen questions.”"
            side="PDF, 2 pages"
          />
          <LedgerItem
            no="3"
            title="Consent form, blank, in two languages"
            caption="Signed forms stay with the library."
            side="PDF, 1 page"
          />
        </Ledger>
      </Plate>
      <Plate
        id="shelf"
        title="Badges to earn"
        label="Real Open Badges. The evidence is the permanent page of what you did."
        more={<Go href="#shelf">See one that was awarded</Go>}
        sticky
      >
        <Shelf>
          <Plinth href="#shelf" image={specimenBadge('founding')} name="Founding member">
            Organizations. Closed 2025; 27 hold it
          </Plinth>
          <Plinth href="#shelf" image={specimenBadge('scribe')} name="Scribe">
            Minutes within 48 hours, four times
          </Plinth>
          <Plinth href="#shelf" image={specimenBadge('seed')} name="Seed keeper">
            Lower Marram Allotment Society
          </Plinth>
          <Plinth href="#shelf" image={specimenBadge('oral')} name="Oral history interviewer">
            Harbour City Library, version 2
          </Plinth>
        </Shelf>
      </Plate>
      <Plate id="index" title="Organizations" label="Everybody who issues here." sticky>
        <IndexList
          entries={[
            'Harbour City Library',
            'Polder Technical College',
            'Museum of Making',
            'City of Marram',
            'Open Shelf Foundation',
          ].map((label, index) => ({
            href: '#index',
            label,
            count: `${3 + index * 4} badges`,
            caption: 'Public library, since 1911',
          }))}
        />
      </Plate>
      <People p={p} />
      <Goals />
      <Plate id="table" title="Sessions" small>
        <Table
          caption="Where you are signed in"
          rows={[
            { place: 'Firefox on Linux', since: '2026-03-01T08:00:00Z', acts: 88 },
            { place: 'Safari on a phone', since: '2026-02-11T19:30:00Z', acts: 7 },
          ]}
          columns={[
            { label: 'Where', head: true, cell: (row) => row.place },
            {
              label: 'Since',
              cell: (row) => <Time p={p} at={row.since} style="datetime" now={new Date('2026-03-03T09:12:00Z')} />,
            },
            { label: 'Acts', numeric: true, cell: (row) => row.acts },
          ]}
        />
      </Plate>
      <Plate id="empty" title="Nothing there" small>
        <EmptyState action={<Go href="#empty">Design the first one</Go>}>
          A badge says what somebody can do, and how you know. There is none yet.
        </EmptyState>
      </Plate>
    </>
  );
}

function People({ p }: { p: Page }) {
  return (
    <Plate
      id="people"
      title="People and marks"
      small
      label="Monograms in three inks and one-ink drawings; the same name always gets the same."
    >
      <div class="cols-3">
        <Who name="Ines Quillfeather" id="2" href="#people">
          Harbour City Library
          <br />
          since <Time p={p} at="2026-01-12T00:00:00Z" />
        </Who>
        <Who name="Tobias Marrow" id="3">
          Polder Technical College
        </Who>
        <Who name="Öykü Tidewell" id="4">
          Alliance team
        </Who>
      </div>
      <p class="row marks">
        {'abcdefghijklmnopqrst'.split('').map((id) => (
          <OrgMark id={id} />
        ))}
      </p>
      <div class="row">
        <MountFrame>
          <BadgeImage src={specimenBadge('seed')} alt="Badge: Seed keeper" size="l" />
        </MountFrame>
        <MountFrame empty />
        <Label name="Seed keeper" more="version 2" title="Signed credential, Open Badges 3.0">
          Made by Amara Oystercatcher for Harbour City Library, 2024. 41 people hold it.
        </Label>
        <BadgeImage src={specimenBadge('scribe')} alt="Badge: Scribe" size="s" />
        <BadgeImage src={specimenBadge('scribe')} alt="Badge: Scribe" size="m" />
      </div>
    </Plate>
  );
}

function Goals() {
  return (
    <Plate id="goals" title="On now" small label="The dotted line on each bar is today.">
      <div class="goals">
        <Meter
          percent={55}
          now={31}
          label="55 percent; 31 percent of the cycle has passed"
          title={<p class="goal__t">40 issuers can endorse each other’s badges without a developer</p>}
          caption="On track. 22 of 40 issuers."
        />
        <Meter
          percent={14}
          now={31}
          state="risk"
          label="14 percent, at risk"
          title={<p class="goal__t">Every working group writes what it knows in three languages</p>}
          caption="At risk. 18 of 130 pages."
        />
        <Meter
          percent={4}
          now={31}
          state="stuck"
          label="4 percent, stuck"
          title={<p class="goal__t">Three ministries accept a badge</p>}
          caption="Stuck. No reply since 2 February."
        />
        <Meter
          percent={100}
          label="100 percent"
          title={<p class="goal__t">A badge can be verified five years after its issuer has gone</p>}
          caption="Reached."
        />
      </div>
    </Plate>
  );
}
