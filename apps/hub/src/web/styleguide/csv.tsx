import {
  BadgeImage,
  Button,
  Checkbox,
  Form,
  Go,
  LinkButton,
  Progress,
  Steps,
  Tabs,
  VerdictIcon,
  WarnLine,
} from '../components/index.ts';
import type { Page } from '../page.ts';
import { specimenBadge } from './specimen-badge.ts';

export function Csv({ p }: { p: Page }) {
  return (
    <div class="sheet cv">
      <Steps
        p={p}
        steps={[{ label: 'Recipients', href: '#csv' }, { label: 'Preview' }, { label: 'Send' }]}
        current={1}
      />
      <div class="cv__h">
        <div class="cv__b">
          <BadgeImage src={specimenBadge('oral')} alt="Badge: Oral history interviewer" size="l" />
        </div>
        <div>
          <p class="caption">Award from “interviewers spring.csv”, 998 rows, read at 09:31</p>
          <h2 class="cv__t" id="csv">
            996 are ready, two are not
          </h2>
        </div>
      </div>
      <div class="cv__g">
        <section aria-labelledby="csv" class="stack">
          <section class="summary" aria-labelledby="csv-mend">
            <p class="ui">
              <strong id="csv-mend">Mend the two rows here, or send the others now and come back for these.</strong>
            </p>
            <p class="ui">
              <a href="#r118">Row 118: the address</a> &ensp; <a href="#r640">Row 640: hours and evidence</a>
            </p>
          </section>
          <Tabs
            label="Rows"
            tabs={[
              { href: '#csv', label: 'With context', current: true },
              { href: '#csv', label: 'Only the two' },
              { href: '#csv', label: 'All 998' },
            ]}
          />
          <Rows />
          <Form p={p} action="#csv" class="send">
            <fieldset class="stack">
              <legend class="legend">Before it goes</legend>
              <Checkbox p={p} name="proof" label="Send me one to look at first, as Mireille will get it" checked />
              <Checkbox p={p} name="hold" label="Hold until a day and hour I choose" />
            </fieldset>
            <div class="stack">
              <p class="row sendrow">
                <Button>Award 996 badges</Button>
                <Go href="#csv">Back to recipients</Go>
              </p>
              <p class="caption">996 people get one mail each. Nothing about them is public before they accept.</p>
            </div>
          </Form>
        </section>
        <aside class="cv__s" aria-labelledby="csv-now">
          <h2 id="csv-now" class="h-label">
            Going out now
          </h2>
          <p class="caption">“Seed keeper, autumn”, started 09:26 by Amara Oystercatcher</p>
          <Progress
            p={p}
            src="/styleguide/events"
            done={612}
            total={997}
            label="Seed keeper, autumn"
            picture={<BadgeImage src={specimenBadge('seed')} alt="" size="m" />}
            say="About four minutes left. You can close this page; it goes on, and nobody gets two."
            counts={[
              { id: 'signed', label: 'Signed', value: 640 },
              { id: 'sent', label: 'Sent', value: 612 },
              { id: 'back', label: 'Came back', value: 3 },
              { id: 'accepted', label: 'Already accepted', value: 57 },
            ]}
          />
          <p class="row">
            <Button type="button" look="quiet" small>
              Pause
            </Button>
            <LinkButton type="button">Stop after the next one</LinkButton>
          </p>
          <WarnLine title="Only computers on your network can verify these badges.">
            The hub’s address is private (10.0.4.20). <a href="#csv">Give it a public one</a> before you send.
          </WarnLine>
        </aside>
      </div>
    </div>
  );
}

function Rows() {
  return (
    <table class="table table--fold csv">
      <caption class="caption">
        Columns were matched by name. “E-mail” became Address, “Std.” became Hours.{' '}
        <a href="#csv">Change the matching</a>
      </caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Name</th>
          <th scope="col">Address</th>
          <th scope="col" class="n">
            Hours
          </th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        <Row no={2} name="Mireille Tanagra" address="mireille@tanagra.example" hours="46" evidence="harbour-04.pdf" />
        <Row
          no={3}
          name="Josué Almondtree"
          address="j.almondtree@harbour.example"
          hours="39"
          evidence="harbour-05.pdf"
        />
        <tr class="gap">
          <td colspan={5}>
            <span>114 rows without a remark</span>
          </td>
        </tr>
        <tr class="bad">
          <th scope="row" data-l="Row">
            118
          </th>
          <td data-l="Name">Pell Cooper</td>
          <td data-l="Address">
            <div class="field field--bad">
              <label class="sr" for="r118">
                Address, row 118
              </label>
              <input
                class="input"
                id="r118"
                value="pell.cooper@harbour,example"
                aria-invalid="true"
                aria-describedby="e118"
              />
            </div>
          </td>
          <td class="n" data-l="Hours">
            41
          </td>
          <td data-l="Evidence">harbour-118.pdf</td>
        </tr>
        <tr class="badwhy">
          <td colspan={5}>
            <div class="bw">
              <p class="error" id="e118">
                <VerdictIcon tone="no" />
                <span>
                  There is a comma where a full stop should be. Did you mean <b>pell.cooper@harbour.example</b>?
                </span>
              </p>
              <p class="row">
                <LinkButton type="button">Use that</LinkButton>
                <LinkButton type="button">Leave this row out</LinkButton>
              </p>
            </div>
          </td>
        </tr>
        <Row
          no={119}
          name="Anneke Saltmarsh"
          address="anneke@saltmarsh.example"
          hours="44"
          evidence="harbour-119.pdf"
        />
        <tr class="gap" id="r640">
          <td colspan={5}>
            <span>520 rows without a remark</span>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Row({
  no,
  name,
  address,
  hours,
  evidence,
}: {
  no: number;
  name: string;
  address: string;
  hours: string;
  evidence: string;
}) {
  return (
    <tr>
      <th scope="row" data-l="Row">
        {no}
      </th>
      <td data-l="Name">{name}</td>
      <td data-l="Address">{address}</td>
      <td class="n" data-l="Hours">
        {hours}
      </td>
      <td data-l="Evidence">{evidence}</td>
    </tr>
  );
}
