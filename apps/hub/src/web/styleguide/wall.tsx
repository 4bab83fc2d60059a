import { Button, Due, DueList, LinkButton, Note, type NoteProps, State } from '../components/index.ts';

const notes: (Omit<NoteProps, 'children' | 'href'> & { text: string; no: string })[] = [
  {
    no: 'Q-21',
    paper: 'yellow',
    hand: true,
    stack: true,
    text: 'What happens to my badges when the issuer dies?',
    support: { count: 38, text: '38 people' },
  },
  {
    no: 'Q-8',
    paper: 'rose',
    hand: true,
    text: 'Does a badge from a kid count?',
    support: { count: 12, text: '12 people' },
  },
  {
    no: 'Q-34',
    paper: 'blue',
    hand: true,
    text: 'Too many badges = no badges?',
    support: { count: 27, text: '27 people' },
  },
  {
    no: 'Q-58',
    paper: 'yellow',
    hand: true,
    text: 'How does an employer read two hundred of these before lunch?',
    support: { count: 33, text: '33 people' },
  },
  {
    no: 'Q-117',
    paper: 'rose',
    text: 'Can a neighbourhood be an issuer, or must it be a person?',
    support: { count: 6, text: '6 people' },
  },
];

export function Wall() {
  return (
    <section class="wallband home-wall" aria-labelledby="wall">
      <div class="sheet wide">
        <div class="wallhead">
          <h2 id="wall">Still on the wall</h2>
          <p class="soft">Seventy-two questions are open. Whoever asked hears back.</p>
          <a class="go" href="#wall">
            See the whole wall
          </a>
        </div>
        <ul class="hang hang--row">
          {notes.map(({ text, no, ...note }) => (
            <li class="hung">
              <Note href="#wall" {...note}>
                {text}
              </Note>
              <div class="label">
                <p>
                  <span class="ref">{no}</span> &ensp;<State kind="open">Open</State>
                </p>
                <p>
                  <b>Open since 2010</b>
                  <br />
                  <em>Badge Lab, Barcelona</em>
                </p>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

export function Desk() {
  return (
    <div class="sheet">
      <DueList>
        <Due
          count="41"
          unit="people wait"
          title={
            <>
              <a href="#wall">D-13</a> closed yesterday and has no sentence yet
            </>
          }
          say="May an endorser be paid? The consent ballot ended with no objection open."
          caption="Endorsement"
          acts={
            <>
              <Button type="button" small>
                Write the sentence
              </Button>
              <LinkButton type="button">Draft from the ballot text</LinkButton>
            </>
          }
        />
        <Due
          count="3"
          unit="awards"
          title="are ready to confirm"
          say="Each with the pages that prove it."
          caption="Recognition"
          acts={
            <Button type="button" small look="quiet">
              Confirm
            </Button>
          }
        />
      </DueList>
    </div>
  );
}
