// The meeting: one item at a time, large enough for a projector. Votes are counted hidden and shown together; then the team agrees.
import { chosenFile, score as scoreOf } from '../county/ask';
import { type Meeting, sumOf } from '../county/meeting';
import { answerOf } from '../county/rating';
import { counted, FileChoice, Key, percent } from '../parts/common';
import { useReach } from '../parts/context';
import { Field } from '../parts/field';
import { isPressable, useKeys } from '../parts/keys';
import type { Instrument, Item, Votes } from '../engine/results';
import { NoSnapshot } from './begin';

export function MeetingView() {
  const { wb, desk } = useReach();
  const file = chosenFile(wb, 'snapshot', desk.chosen['snapshot']);
  if (file === undefined) return <NoSnapshot />;
  const meeting = desk.meeting(wb, file);
  const { instrument, item } = meeting;
  if (!instrument || !item) return <p class="notice">The instrument of this Snapshot was not found, so there is nothing to vote on. The findings say why.</p>;
  return <Table meeting={meeting} instrument={instrument} item={item} />;
}

/** A click leaves the focus where it is, so that the next Enter shows the votes and does not press the button again. */
function keepFocus(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('button')) event.preventDefault();
}

interface Props {
  meeting: Meeting;
  instrument: Instrument;
  item: Item;
}

function Table({ meeting, instrument, item }: Props) {
  useKeys((event) => {
    const value = instrument.scale.find((each) => String(each.value) === event.key);
    if (value && meeting.phase === 'vote') meeting.vote(value.value);
    else if (value) meeting.agree(value.value);
    else if (event.key === 'Enter' && isPressable(event.target)) return false;
    else if (event.key === 'Enter' && meeting.phase === 'vote') meeting.reveal();
    else if (event.key === 'Enter' || event.key === 'n') meeting.goTo(meeting.at + 1);
    else if (event.key === 'Backspace') meeting.takeBack();
    else if (event.key === 'p') meeting.goTo(meeting.at - 1);
    else if (event.key === 'l') meeting.leave();
    else if (event.key === 'd') meeting.unknown();
    else return false;
    return true;
  });
  return (
    <div class="meeting" onMouseDown={keepFocus}>
      <header class="view-head">
        <h1>Meeting</h1>
        <FileChoice kind="snapshot" label="Snapshot" />
        <label class="choice">People who vote{' '}
          <input type="number" min={0} max={200} value={meeting.voters} onChange={(event) => meeting.setVoters(Number(event.currentTarget.value))} />
        </label>
      </header>
      <Standing meeting={meeting} />
      <article class="stage" aria-labelledby="stage-title">
        <p class="where">{instrument.areas.find((area) => area.items.includes(item))?.label} · item {meeting.at + 1} of {meeting.items.length}</p>
        <h2 id="stage-title" tabIndex={-1}>{item.title}</h2>
        <p class="prompt">{item.prompt}</p>
        {meeting.phase === 'vote' ? <Voting meeting={meeting} instrument={instrument} item={item} /> : <Agreeing meeting={meeting} instrument={instrument} item={item} />}
        <p class="toolbar">
          <button type="button" class="plain" onClick={() => meeting.goTo(meeting.at - 1)}>Back <Key>p</Key></button>
          <button type="button" class="plain" onClick={() => meeting.goTo(meeting.at + 1)}>Next <Key>n</Key></button>
          <button type="button" class="plain" onClick={() => meeting.leave()}>Leave for later <Key>l</Key></button>
          <button type="button" class="plain" onClick={() => meeting.unknown()}>We don’t know <Key>d</Key></button>
        </p>
      </article>
    </div>
  );
}

/** Where the meeting stands: how far, what was left, and the areas so far. */
function Standing({ meeting }: { meeting: Meeting }) {
  const { wb } = useReach();
  const score = scoreOf(wb, meeting.file);
  const { items, answered } = meeting;
  return (
    <section class="standing" aria-label="Where the meeting stands">
      <p>
        <b>{answered} of {items.length}</b> answered
        <progress max={items.length} value={answered} aria-label="Items answered" />
      </p>
      {score && answered > 0 && <p class="quiet">{score.areas.map((area) => `${area.label} ${percent(area.percent)}`).join(' · ')}</p>}
      {meeting.later.length > 0 && (
        <p>Left for later:{' '}
          {meeting.later.map((id) => {
            const at = items.findIndex((item) => item.id === id);
            return <button type="button" class="small plain" key={id} onClick={() => { meeting.goTo(at); document.getElementById('stage-title')?.focus(); }}>{items[at]?.title}</button>;
          })}
        </p>
      )}
    </section>
  );
}

function Voting({ meeting, instrument, item }: Props) {
  const votes = sumOf(meeting.counts);
  return (
    <>
      <div class="choices">
        {instrument.scale.map((value) => (
          <button type="button" key={value.value} class="anchor" onClick={() => meeting.vote(value.value)}>
            <b>{value.value}</b><strong>{value.label}</strong><span>{item.anchors?.[String(value.value)]}</span>
          </button>
        ))}
      </div>
      <p class="count" role="status">
        <b>{votes}{meeting.voters > 0 && ` of ${meeting.voters}`}</b> {votes === 1 ? 'vote is' : 'votes are'} in. Nobody sees yet which.
      </p>
      <p class="toolbar">
        <button type="button" onClick={() => meeting.reveal()}>{votes > 0 ? 'Show the votes' : 'Agree without a vote'} <Key>Enter</Key></button>
        <button type="button" class="plain" disabled={votes === 0} onClick={() => meeting.takeBack()}>Take the last vote back <Key>Backspace</Key></button>
      </p>
    </>
  );
}

function Agreeing({ meeting, instrument, item }: Props) {
  const { wb } = useReach();
  const { file, rating } = meeting;
  const votes = scoreOf(wb, file)?.items.find((each) => each.item === item.id)?.votes ?? null;
  const answer = answerOf(rating);
  const place = `ratings.${item.id}`;
  const outside = votes?.score_outside ?? false;
  return (
    <>
      <div class="choices">
        {instrument.scale.map((value) => (
          <button type="button" key={value.value} class={`anchor${answer === String(value.value) ? ' chosen' : ''}`} aria-pressed={answer === String(value.value)}
            onClick={() => meeting.agree(value.value)}>
            <b>{value.value}</b><strong>{value.label}</strong><span>{item.anchors?.[String(value.value)]}</span>
            {votes && <VoteBar count={votes.counts[String(value.value)] ?? 0} voters={votes.voters} />}
          </button>
        ))}
      </div>
      {votes && <p class="count" role="status"><VoteWords votes={votes} agreed={/^\d+$/.test(answer)} /></p>}
      {answer === 'missing' && <p class="ask">Which score does the team agree on?</p>}
      {outside && <p class="ask" role="alert">Nobody voted for the agreed score. Write down why the team chose it.</p>}
      {(outside || rating?.keys?.['comment']) && <Field file={file} place={`${place}.comment`} node={rating?.keys?.['comment']} kind="lines" label="Reason, in a sentence" />}
      {answer === 'dont_know' && <Field file={file} place={`${place}.note`} node={rating?.keys?.['note']} kind="lines" label="What is needed to answer" />}
      <p class="toolbar"><button type="button" class="plain" onClick={() => meeting.voteAgain()}>Vote again</button></p>
    </>
  );
}

function VoteBar({ count, voters }: { count: number; voters: number }) {
  return (
    <span class="vote-bar">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect class="track" width="100" height="10" /><rect class="fill" width={voters > 0 ? (100 * count) / voters : 0} height="10" />
      </svg>
      {counted(count, 'vote')}
    </span>
  );
}

function VoteWords({ votes, agreed }: { votes: Votes; agreed: boolean }) {
  return (
    <>
      {votes.lowest === votes.highest ? `All ${votes.voters} voted ${votes.lowest}.` : `Votes range from ${votes.lowest} to ${votes.highest}.`}
      {votes.split && <b> The team is split between the lowest and the top value: talk about it first.</b>}
      {agreed && votes.agreeing !== null && ` ${votes.agreeing} of ${votes.voters} voted the agreed score.`}
    </>
  );
}
