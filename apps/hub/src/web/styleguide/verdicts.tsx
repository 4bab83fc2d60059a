import {
  BadgeImage,
  Button,
  Checklist,
  DropZone,
  Form,
  Label,
  LinkButton,
  MountFrame,
  QrCamera,
  TextField,
  Verdict,
} from '../components/index.ts';
import type { Page } from '../page.ts';
import { specimenBadge } from './specimen-badge.ts';

export function VerifyHead({ p }: { p: Page }) {
  return (
    <div class="sheet vhead">
      <div class="vhead__t">
        <h2 class="vhead__h">Is this badge real?</h2>
        <p class="wall-text">
          Put it here and read the answer in plain words. We tell nobody that you asked, and keep nothing unless you say
          so.
        </p>
      </div>
      <Form p={p} action="/verify" multipart class="vform">
        <DropZone
          p={p}
          name="file"
          label="Put a badge on the table"
          hint="A picture, a file, a PDF or a folder as ZIP; up to two hundred at once."
          accept=".png,.svg,.json,.jwt"
          multiple
          paste
        >
          <div class="orline">
            <TextField p={p} name="text" label="or paste a link, or the text itself" placeholder="https://" />
            <Button>Verify</Button>
          </div>
          <QrCamera p={p} into="text" />
        </DropZone>
      </Form>
    </div>
  );
}

export function Verdicts({ p }: { p: Page }) {
  return (
    <>
      <section class="sheet vres" aria-labelledby="v-warn">
        <div class="vgrid">
          <Subject
            badge="seed"
            name="Seed keeper"
            to="Josué Almondtree"
            by="Lower Marram Allotment Society"
            from="from “badge (2).png”"
          />
          <div class="stack vmain">
            <Verdict
              tone="warn"
              id="v-warn"
              word="Valid, with one warning"
              say="Lower Marram Allotment Society signed this, nothing was changed since, and it is not revoked. No list that this hub reads knows the society."
            >
              <p class="ui">
                <strong>What to do:</strong> ask the society, or look at the{' '}
                <a href="#v-warn">two facts it states about itself</a>.
              </p>
            </Verdict>
            <Checklist
              p={p}
              checks={[
                { tone: 'yes', name: 'Document', text: 'Open Badges 3.0, complete' },
                { tone: 'yes', name: 'Signature', text: 'Not one character changed since 12 October 2025' },
                {
                  tone: 'warn',
                  name: 'Issuer known',
                  text: 'Self-declared, domain proven. In none of the three lists this hub reads',
                },
                { tone: 'no', name: 'Dates', text: 'Ended on 1 January 2026' },
                {
                  tone: 'unknown',
                  name: 'Revoked or paused',
                  text: 'lower-marram.example gave no answer in 8 seconds',
                },
                { tone: 'none', name: 'Recipient', text: 'Nobody has typed an address yet' },
              ]}
            />
            <Form p={p} action="#v-warn" class="rcpt">
              <TextField
                p={p}
                name="recipient"
                type="email"
                label="Is it theirs? Type the address they gave you"
                hint="Compared here. It is not sent to the issuer and not kept."
              />
              <Button look="quiet">Compare</Button>
            </Form>
            <details>
              <summary>Technical details</summary>
              <p class="mono">
                proof eddsa-rdfc-2022 · key did:web:lower-marram.example#key-1 · status list index 88214
              </p>
            </details>
          </div>
        </div>
      </section>
      <section class="sheet vres" aria-labelledby="v-unknown">
        <div class="vgrid">
          <Subject badge="scribe" name="Bicycle mender" to="Ravi Candlemark" by="Spoke & Shed" from="from a link" />
          <div class="stack vmain">
            <Verdict
              tone="unknown"
              id="v-unknown"
              word="Could not check"
              say="The signature is good, but the place that would tell us whether this badge was revoked does not answer. This is neither a yes nor a no."
            >
              <div class="lastseen">
                <p class="ui">
                  <strong>As last seen:</strong> valid on 30 November 2025. <a href="#v-unknown">Read the dated copy</a>
                </p>
                <p class="row">
                  <Button type="button" small>
                    Try again now
                  </Button>
                  <LinkButton type="button">Tell me when it answers</LinkButton>
                </p>
              </div>
            </Verdict>
          </div>
        </div>
      </section>
      <section class="sheet vres" aria-labelledby="v-no">
        <div class="vgrid">
          <div class="vobj">
            <MountFrame empty />
            <p class="label">
              <em>Not shown, because nothing in it can be believed.</em>
            </p>
          </div>
          <div class="stack vmain">
            <Verdict
              tone="no"
              id="v-no"
              word="Changed after it was signed"
              say="Somebody altered this file after the issuer signed it, so we show none of what it claims."
            >
              <p class="ui">
                <strong>What to do:</strong> ask the holder for the original file or link.
              </p>
            </Verdict>
            <Verdict
              tone="yes"
              id="v-yes"
              word="Valid"
              say="Harbour City Library signed this on 12 February 2026, nothing was changed since, and it is not revoked."
            />
          </div>
        </div>
      </section>
    </>
  );
}

function Subject({
  badge,
  name,
  to,
  by,
  from,
}: {
  badge: 'seed' | 'scribe';
  name: string;
  to: string;
  by: string;
  from: string;
}) {
  return (
    <div class="vobj">
      <MountFrame>
        <BadgeImage src={specimenBadge(badge)} alt={`Badge: ${name}`} size="l" />
      </MountFrame>
      <Label name={name} title={from}>
        to {to}
        <br />
        by {by}
      </Label>
    </div>
  );
}
