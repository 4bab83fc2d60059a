import {
  BadgeImage,
  ButtonLink,
  Checklist,
  Facts,
  FactsCriteria,
  FactsGroup,
  FactsRow,
  Label,
  MountFrame,
  OrgMark,
  Said,
  Time,
} from '../components/index.ts';
import type { Page } from '../page.ts';
import { specimenBadge } from './specimen-badge.ts';

export function Award({ p }: { p: Page }) {
  return (
    <article class="sheet aw">
      <div class="aw__left">
        <MountFrame>
          <BadgeImage
            src={specimenBadge('oral')}
            alt="Badge: Oral history interviewer. A cassette on a navy rosette, with a ribbon that says Listener"
            size="xl"
          />
        </MountFrame>
        <Label name="Oral history interviewer" more="version 2" title="Signed credential, Open Badges 3.0">
          Made by Amara Oystercatcher for Harbour City Library, 2024. 41 people hold it.
        </Label>
        <div class="aw__acts no-print">
          <ButtonLink href="#award">Verify it now</ButtonLink>
          <ButtonLink href="#award" look="quiet">
            Take the file
          </ButtonLink>
        </div>
        <p class="caption no-print">
          Verifying happens on this hub, or on any other. The library is not told that you looked.{' '}
          <a href="#award">QR</a>, <a href="#award">PDF</a>, <a href="#award">JSON</a>
        </p>
      </div>
      <div class="aw__right">
        <p class="caption">
          Awarded <Time p={p} at="2026-02-12T12:00:00Z" /> by <a href="#award">Harbour City Library</a>
        </p>
        <h2 class="aw__say" id="award">
          <span class="aw__p">Mireille Tanagra</span> can sit down with a stranger, listen for an hour, and leave a
          recording that others can use.
        </h2>
        <BadgeFacts p={p} />
      </div>
    </article>
  );
}

function BadgeFacts({ p }: { p: Page }) {
  return (
    <Facts
      title="Badge facts"
      id="facts"
      big={{ label: 'Hours people really took', value: 44, note: 'Median of 41 holders; from 28 to 70.' }}
      foot={
        <>
          Written by the issuer, except hours and holders, which this hub counts. Verdict of the last check:{' '}
          <Said tone="yes">Valid</Said>. It says who signed and that nothing was changed.
        </>
      }
    >
      <FactsGroup>
        <FactsRow name="What was done">
          Five interviews with people who worked in the harbour before 1980, prepared, recorded and transcribed.
        </FactsRow>
        <FactsRow name="Criteria, 3 of 3">
          <FactsCriteria
            items={[
              { text: 'Prepares questions from a source', result: 'met' },
              { text: 'Records sound that can be archived', result: 'met' },
              { text: 'Lets the speaker lead', result: 'met, independent' },
            ]}
          />
        </FactsRow>
      </FactsGroup>
      <FactsGroup>
        <FactsRow name="Level">
          Independent, the second of three: <em>with help, independent, teaches others</em>
        </FactsRow>
        <FactsRow name="Valid">
          From <Time p={p} at="2026-02-12T12:00:00Z" />, without an end
        </FactsRow>
      </FactsGroup>
    </Facts>
  );
}

export function Issuer({ p }: { p: Page }) {
  return (
    <section class="sheet" aria-labelledby="issuer">
      <div class="plate">
        <div class="plate__label">
          <h2 id="issuer" class="h-label">
            Who stands behind it
          </h2>
          <p class="label">Facts with dates, from whoever stated them. Nobody here says “trusted”.</p>
        </div>
        <div class="issuer">
          <div class="row isr">
            <OrgMark id="harbour" size="l" />
            <div>
              <p class="who__name who__name--big">
                <a href="#issuer">Harbour City Library</a>
              </p>
              <p class="label">Public library, since 1911. Issues 14 badges; 623 awards, 3 revoked with reasons.</p>
            </div>
            <BadgeImage src={specimenBadge('founding')} alt="Badge: Founding member" size="m" />
          </div>
          <Checklist
            p={p}
            plain
            checks={[
              {
                tone: 'yes',
                name: 'Domain proven',
                text: 'harbourcity-library.example answers for the key that signed, since 4 March 2024',
              },
              { tone: 'yes', name: 'Listed', text: 'by Badge Alliance as founding member since 26 January 2026' },
              {
                tone: 'none',
                name: 'Not stated',
                text: 'No accreditation is claimed for this badge, and none was looked for',
              },
            ]}
          />
        </div>
      </div>
    </section>
  );
}
